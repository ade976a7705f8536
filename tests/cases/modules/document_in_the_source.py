import json
from types import SimpleNamespace

import requests


def mapping():
    config = json.loads('{"base": "https://api.attio.com/v2", "paths": ["/notes", "/lists"]}')
    for path in config["paths"]:
        requests.get(config["base"] + path)  # call: GET /v2/lists | GET /v2/notes


def with_a_hook():
    config = json.loads('{"base": "https://api.attio.com/v2"}', object_hook=lambda held: SimpleNamespace(**held))
    requests.get(config.base + "/tasks")  # call: GET /v2/tasks


def namespace_of(held):
    return SimpleNamespace(**held)


def namespaces():
    requests.get(namespace_of({"base": "https://api.attio.com/v2"}).base + "/self")  # call: GET /v2/self


def unknown(text):
    # near miss: nobody knows what it says
    config = json.loads(text)
    requests.get(config["base"] + "/notes")
