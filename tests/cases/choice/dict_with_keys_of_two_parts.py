"""A table whose keys are pairs, or are put together from two arguments: the row of the known parts, and all rows of unknown ones."""
import sys

import requests

V2 = "https://api.attio.com/v2"
ROUTES = {("note", "list"): ("GET", "/notes"), ("task", "create"): ("POST", "/tasks"), ("self", "list"): ("GET", "/self")}
NAMES = {"note.list": ("GET", "/notes"), "task.create": ("POST", "/tasks")}


def by_pair(kind, what):
    verb, path = ROUTES[kind, what]
    return requests.request(verb, V2 + path)


def if_there(kind, what):
    key = (kind, what)
    if key in ROUTES:
        verb, path = ROUTES[key]
        return requests.request(verb, V2 + path)


def by_name(kind, what):
    verb, path = NAMES[f"{kind}.{what}"]
    return requests.request(verb, V2 + path)


def with_default(kind, what):
    return requests.get(V2 + ROUTES.get((kind, what), ("GET", "/self"))[1])


def main():
    by_pair("note", "list")  # call: GET /v2/notes
    if_there("task", "create")  # call: POST /v2/tasks
    if_there("task", "list")
    by_name("note", "list")  # call: GET /v2/notes
    with_default("task", "create")  # call: GET /v2/tasks
    with_default("task", "list")  # call: GET /v2/self
    by_pair(sys.argv[1], "list")  # call: GET /v2/notes | GET /v2/self
    by_pair(sys.argv[1], "create")  # call: POST /v2/tasks


def in_turn(steps):
    if steps:
        verb, path = steps[0]
        requests.request(verb, V2 + path)
        in_turn(steps[1:])


in_turn([("GET", "/lists"), ("POST", "/webhooks")])  # call: GET /v2/lists | POST /v2/webhooks
