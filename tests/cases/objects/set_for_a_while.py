"""What holds for a while: in a `with`, or until something else is set, functions that are called meanwhile see it."""
from contextlib import contextmanager

import requests

BASE = "https://api.attio.com/v2"


class Client:
    verb = "GET"

    def __init__(self):
        self.prefix = ""

    @contextmanager
    def scope(self, prefix):
        before = self.prefix
        self.prefix = before + prefix
        try:
            yield self
        finally:
            self.prefix = before

    def send(self, path):
        return requests.request(self.verb, f"{BASE}{self.prefix}{path}")


def scoped():
    client = Client()
    with client.scope("/objects"):
        client.send("/people")  # call: GET /v2/objects/{object}
    client.send("/notes")  # call: GET /v2/notes


def verb_set_later():
    client = Client()
    client.send("/notes")  # call: GET /v2/notes
    client.verb = "POST"
    client.send("/tasks")  # call: POST /v2/tasks


CONFIGURATION = {"base": ""}


def fetch(path):
    return requests.get(CONFIGURATION["base"] + path)


def other_base_later():
    CONFIGURATION["base"] = BASE
    fetch("/lists")  # call: GET /v2/lists
    CONFIGURATION["base"] = "https://api.example.com"


ADDRESS = ""


def use_attio():
    global ADDRESS
    before = ADDRESS
    ADDRESS = BASE
    return before


def ask(path):
    return requests.get(ADDRESS + path)


use_attio()
ask("/webhooks")  # call: GET /v2/webhooks
scoped()
verb_set_later()
other_base_later()
