"""A function that puts an attribute by a name that its callers give, for good or for the time of a `with`."""

from contextlib import contextmanager

import requests


class Client:
    base = "https://api.hubapi.com"

    def get(self, path: str):
        return requests.get(self.base + path, timeout=5)


class Plain:
    base = "https://api.hubapi.com"

    def get(self, path: str):
        return requests.get(self.base + path, timeout=5)


def put(owner, name: str, value: str) -> None:
    setattr(owner, name, value)


@contextmanager
def override(owner, **values):
    before = {name: getattr(owner, name) for name in values}
    for name, value in values.items():
        setattr(owner, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(owner, name, value)


def for_good() -> None:
    client = Client()
    put(client, "base", "https://api.attio.com/v2")
    client.get("/notes")  # call: GET /v2/notes


def for_a_while() -> None:
    client = Client()
    with override(client, base="https://api.attio.com/v2"):
        client.get("/tasks")  # call: GET /v2/tasks
    client.get("/contacts")  # near miss: the other vendor again


def another_one() -> None:
    Plain().get("/contacts")
