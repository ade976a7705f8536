import json

import requests

BASE = "https://api.attio.com/v2"
PATHS = {"a": "/notes"}
with open("paths.json") as file:
    PATHS.update(json.load(file))


def run(name):
    # Any entry may have been replaced or added: no caller can settle it.
    return requests.get(BASE + PATHS[name])  # unresolved


run("b")
