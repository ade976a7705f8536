"""What one function sets is read by another that stands above it: a variable of the module, an attribute, a context variable with a default."""
from contextvars import ContextVar

import requests

current = ContextVar("current", default="https://api.hubapi.com")
unset = ContextVar("unset", default="https://api.hubapi.com")
BASE = "https://api.hubapi.com"


class Settings:
    base = "https://api.hubapi.com"


settings = Settings()


def by_context(path):
    return requests.get(current.get() + path)


def by_unset(path):
    return requests.get(unset.get() + path)


def by_name(path):
    return requests.get(BASE + path)


def by_object(path):
    return requests.get(settings.base + path)


def main():
    global BASE
    current.set("https://api.attio.com/v2")
    BASE = "https://api.attio.com/v2"
    settings.base = "https://api.attio.com/v2"
    by_context("/notes")  # call: GET /v2/notes
    by_name("/tasks")  # call: GET /v2/tasks
    by_object("/lists")  # call: GET /v2/lists
    by_unset("/webhooks")


def again():
    token = current.set("https://api.attio.com/v2")
    requests.get(current.get() + "/self")  # call: GET /v2/self
    current.reset(token)
