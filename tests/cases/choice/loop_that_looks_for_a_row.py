"""A loop over rows that are written out, and which ends at, or keeps, the one that is asked for."""
import sys

import requests

V2 = "https://api.attio.com/v2"
HOSTS = [("attio", V2), ("hub", "https://api.hubapi.com")]
PATHS = [("note", "POST", "/notes"), ("self", "GET", "/self")]
ROWS = [{"name": "task", "path": "/tasks"}, {"name": "list", "path": "/lists"}]


def by_return(name):
    for key, base in HOSTS:
        if key == name:
            return base
    raise KeyError(name)


def by_break(name):
    for key, base in HOSTS:
        if key == name:
            break
    return base


def by_else(name):
    for key, base in HOSTS:
        if name == key:
            found = base
            break
    else:
        found = V2 + "/objects"
    return found


def kept(name):
    found = None
    for key, base in HOSTS:
        if key == name:
            found = base
    return found


def two_fields(name):
    for key, verb, path in PATHS:
        if key == name:
            return verb, path


def by_entry(name):
    for row in ROWS:
        if row["name"] == name:
            return row["path"]
    return "/webhooks"


def by_beginning(name):
    for key, _, path in PATHS:
        if name.startswith(key):
            return path
    return "/webhooks"


def main():
    requests.get(by_return("attio") + "/notes")  # call: GET /v2/notes
    requests.get(by_return("hub") + "/notes")
    requests.get(by_break("attio") + "/tasks")  # call: GET /v2/tasks
    requests.get(by_break("hub") + "/tasks")
    requests.get(by_else("attio") + "/lists")  # call: GET /v2/lists
    requests.get(by_else("hub") + "/lists")
    requests.get(by_else("neither") + "/people")  # call: GET /v2/objects/{object}
    requests.get(kept("attio") + "/meetings")  # call: GET /v2/meetings
    requests.get(kept("hub") + "/meetings")
    verb, path = two_fields("self")
    requests.request(verb, V2 + path)  # call: GET /v2/self
    requests.get(V2 + by_entry("task"))  # call: GET /v2/tasks
    requests.get(V2 + by_entry("hook"))  # call: GET /v2/webhooks
    requests.get(V2 + by_beginning("self-check"))  # call: GET /v2/self
    requests.get(V2 + by_entry(sys.argv[1]))  # call: GET /v2/tasks | GET /v2/lists | GET /v2/webhooks


def some():
    for path in ("/notes", "/stop", "/webhooks"):
        if path == "/stop":
            break
        requests.get(V2 + path)  # call: GET /v2/notes
