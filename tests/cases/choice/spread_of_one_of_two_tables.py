import requests

V2 = "https://api.attio.com/v2"
A = {"a": "/objects"}
B = {"b": "/lists"}


def run(flag):
    for path in {**(A if flag else B), "c": "/self"}.values():
        requests.get(V2 + path)  # call: GET /v2/objects | GET /v2/lists | GET /v2/self


def run_lists(flag):
    more = ["/notes", "/tasks"] if flag else ["/threads"]
    for path in ["/webhooks", *more]:
        requests.get(V2 + path)  # call: GET /v2/webhooks | GET /v2/notes | GET /v2/tasks | GET /v2/threads
