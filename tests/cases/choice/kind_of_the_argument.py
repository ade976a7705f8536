"""`callable` and `isinstance` pick the way: what is given decides it, and what it is not is not read so."""
from enum import Enum

import requests

BASE = "https://api.attio.com/v2"


def lists():
    return requests.get(f"{BASE}/lists")  # call: GET /v2/lists


def note(body):
    return requests.post(f"{BASE}/notes", json=body)  # call: POST /v2/notes


class Path(Enum):
    OBJECTS = "/objects"


class Spec:
    def __init__(self, method, path):
        self.method, self.path = method, path


OPERATIONS = {"lists": lists, "note": note, "me": "/self"}


def run(name, *args):
    operation = OPERATIONS.get(name)
    if callable(operation):
        return operation(*args)
    return requests.get(BASE + operation)


def fetch(what):
    if isinstance(what, Path):
        what = what.value
    if isinstance(what, str):
        return requests.get(BASE + what)
    if isinstance(what, dict):
        return requests.request(what["method"], BASE + what["path"])
    if isinstance(what, Spec):
        return requests.request(what.method, BASE + what.path)
    return [requests.get(BASE + path) for path in what]


def either(base):
    return requests.get((base if isinstance(base, str) else base.url) + "/webhooks")  # call: GET /v2/webhooks


run("lists")
run("note", {})
run("me")  # call: GET /v2/self
fetch("/tasks")  # call: GET /v2/tasks
fetch(Path.OBJECTS)  # call: GET /v2/objects
fetch({"method": "POST", "path": "/notes"})  # call: POST /v2/notes
fetch(Spec("DELETE", "/webhooks/1"))  # call: DELETE /v2/webhooks/{webhook_id}
fetch(["/lists", "/objects"])  # call: GET /v2/lists | GET /v2/objects
either(BASE)
