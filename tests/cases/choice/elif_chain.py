import requests

BASE = "https://api.attio.com/v2"


def find(kind, slug):
    if kind == "note":
        url = BASE + "/notes"
    elif kind == "task":
        url = BASE + "/tasks"
    elif kind == "object":
        url = f"{BASE}/objects/{slug}"
    else:
        raise ValueError(kind)
    return requests.get(url)  # call: GET /v2/notes | GET /v2/tasks | GET /v2/objects/{object}
