"""A change on one of two ways leaves both values."""
import requests

V2 = "https://api.attio.com/v2"


def item(flag):
    spec = {"path": "/objects"}
    if flag:
        spec["path"] = "/lists"
    return requests.get(V2 + spec["path"])  # call: GET /v2/objects | GET /v2/lists


def change(spec):
    spec["path"] = "/tasks"


def by_helper(flag):
    spec = {"path": "/notes"}
    if flag:
        change(spec)
    return requests.get(V2 + spec["path"])  # call: GET /v2/notes | GET /v2/tasks
