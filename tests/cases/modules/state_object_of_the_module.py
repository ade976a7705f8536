"""An object of the module that one function completes and others use."""
from types import SimpleNamespace

import httpx

state = SimpleNamespace(http=None)


class Registry:
    http: httpx.Client | None = None


def startup():
    state.http = httpx.Client(base_url="https://api.attio.com/v2")
    Registry.http = httpx.Client(base_url="https://api.attio.com/v2")


def notes():
    return state.http.get("/notes")  # call: GET /v2/notes


def tasks():
    return Registry.http.get("/tasks")  # call: GET /v2/tasks
