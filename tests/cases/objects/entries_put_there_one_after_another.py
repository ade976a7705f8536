"""A mapping that is there for all, or a variable of the environment, gets one text after another: each call sees what is there by then."""
import os
from contextlib import contextmanager

import requests

V2 = "https://api.attio.com/v2"
HUB = "https://api.hubapi.com"
SETTINGS = {"base": "", "verb": "GET", "limits": {"page": 50}}
OTHERS = {"verb": "GET"}


def by_settings(path):
    return requests.request(SETTINGS["verb"], SETTINGS["base"] + path, params=SETTINGS["limits"])


def set_verb(verb):
    SETTINGS["verb"] = verb


@contextmanager
def sent_by(verb):
    before = SETTINGS.get("verb")
    SETTINGS["verb"] = verb
    try:
        yield
    finally:
        SETTINGS["verb"] = before


def by_environment(path):
    return requests.get(os.environ["CRM_BASE"] + path)


def handler():
    requests.request(OTHERS["verb"], V2 + "/notes")  # call: GET /v2/notes | POST /v2/notes


def switch():
    OTHERS["verb"] = "POST"


def main():
    SETTINGS["base"] = V2
    by_settings("/notes")  # call: GET /v2/notes
    with sent_by("POST"):
        by_settings("/tasks")  # call: POST /v2/tasks
    by_settings("/lists")  # call: GET /v2/lists
    set_verb("POST")
    by_settings("/webhooks")  # call: POST /v2/webhooks
    SETTINGS.update(base=HUB)
    by_settings("/notes")
    os.environ["CRM_BASE"] = V2
    by_environment("/self")  # call: GET /v2/self
    os.environ["CRM_BASE"] = HUB
    by_environment("/notes")


main()
