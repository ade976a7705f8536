"""`get`, `next` and `getattr` with a default may give the default, whatever the table holds."""
import requests

V2 = "https://api.attio.com/v2"
PATHS = {"note": "/notes", "task": "/tasks"}
ROWS = [("sales", "/lists/sales"), ("hiring", "/lists/hiring")]


class Names:
    object = "/objects"


def by_get(word):
    path = PATHS.get(word)
    if path is None:
        return requests.get(f"{V2}/self")  # call: GET /v2/self
    return requests.get(V2 + path)  # call: GET /v2/notes | GET /v2/tasks


def by_get_with_default(word):
    return requests.get(V2 + PATHS.get(word, "/threads"))  # call: GET /v2/notes | GET /v2/tasks | GET /v2/threads


def by_next(word):
    path = next((path for name, path in ROWS if name == word), None)
    if not path:
        path = "/lists"
    return requests.get(V2 + path)  # call: GET /v2/lists | GET /v2/lists/{list}


def by_getattr(word):
    return requests.get(V2 + getattr(Names, word, "/webhooks"))  # call: GET /v2/objects | GET /v2/webhooks
