import requests

V2 = "https://api.attio.com/v2"
PATHS = {"note": "/notes", "task": "/tasks"}


def run():
    path = PATHS.get("task")
    if path is None:
        raise KeyError
    return requests.get(V2 + path)  # call: GET /v2/tasks


def default_is_not_taken():
    return requests.get(V2 + PATHS.get("note", "/webhooks"))  # call: GET /v2/notes
