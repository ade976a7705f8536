"""Rows that are sorted, chained, swapped out or named by a class keep their fields together."""
import itertools
from enum import StrEnum, auto

import requests

V2 = "https://api.attio.com/v2"
FIRST = [("GET", "/notes")]
SECOND = [("POST", "/tasks")]
waiting = []


class Kind(StrEnum):
    LISTS = auto()
    WEBHOOKS = auto()


class Paths:
    OBJECTS = "/objects"
    SELF = "/self"
    _hidden = "/hidden"


def add(verb, path):
    waiting.append((verb, path))


def flush():
    global waiting
    jobs, waiting = waiting, []
    for verb, path in jobs:
        requests.request(verb, V2 + path)  # call: GET /v2/meetings | POST /v2/notes


def main():
    for verb, path in sorted(FIRST + SECOND, key=lambda row: row[1]):
        requests.request(verb, V2 + path)  # call: GET /v2/notes | POST /v2/tasks
    for verb, path in itertools.chain.from_iterable([FIRST, SECOND]):
        requests.request(verb, V2 + path)  # call: GET /v2/notes | POST /v2/tasks
    for verb, path in itertools.zip_longest(["GET", "POST"], ["/lists"], fillvalue="/webhooks"):
        requests.request(verb, V2 + path)  # call: GET /v2/lists | POST /v2/webhooks
    add("GET", "/meetings")
    add("POST", "/notes")
    flush()
    requests.get(f"{V2}/{Kind.LISTS}")  # call: GET /v2/lists
    for kind in Kind:
        requests.post(f"{V2}/{kind.value}")  # call: POST /v2/lists | POST /v2/webhooks
    for name, path in vars(Paths).items():
        if name.isupper():
            requests.get(V2 + path)  # call: GET /v2/objects | GET /v2/self
