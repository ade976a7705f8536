"""A comprehension over tables in a table: each row keeps its fields together, and an unknown one is any."""
import requests

V2 = "https://api.attio.com/v2"
PATHS = {"/notes": {"get": "list", "post": "create"}, "/tasks": {"get": "tasks"}}
OPERATIONS = {name: (verb.upper(), path) for path, verbs in PATHS.items() for verb, name in verbs.items()}
ALL = [first + second for first in ("/objects", "/lists") for second in ("", "/1")]


def call(name):
    verb, path = OPERATIONS[name]
    return requests.request(verb, V2 + path)  # call: GET /v2/notes | POST /v2/notes | GET /v2/tasks


def main(name):
    call("create")  # call: POST /v2/notes
    call("tasks")  # call: GET /v2/tasks
    call(name)
    requests.get(V2 + ALL[1])  # call: GET /v2/objects/{object}
    some = [path for path in ALL for _ in range(2) if path != "/lists"]
    requests.post(V2 + some[0])  # call: POST /v2/objects
