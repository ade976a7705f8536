import json

import requests

BASE = "https://api.attio.com/v2"
PATHS = {"a": "/notes"}
with open("paths.json") as file:
    PATHS.update(json.load(file))


def run(name):
    return requests.get(BASE + PATHS[name])


# Any entry may have been replaced or added.
run("b")  # unresolved
