"""Slices of text and of lists: leading and trailing slashes cut off, parts of a split, rows of a table."""
import requests

BASE = "https://api.attio.com/v2/"


def get(path):
    if path.startswith("/"):
        path = path[1:]
    return requests.get(BASE + path)


def post(path):
    path = path if not path.startswith("/") else path[1:]
    base = BASE[:-1] if BASE.endswith("/") else BASE
    return requests.post(f"{base}/{path}")


def delete(path):
    while path[0] == "/":
        path = path[1:]
    return requests.delete(BASE + path)


get("/lists")  # call: GET /v2/lists
get("objects")  # call: GET /v2/objects
post("/notes")  # call: POST /v2/notes
delete("/notes/1")  # call: DELETE /v2/notes/{note_id}

parts = "notes/tasks/lists".split("/")
for name in parts[:2]:
    requests.get(BASE + name)  # call: GET /v2/notes | GET /v2/tasks
pair = ("GET", BASE + "self", {"timeout": 10})
requests.request(*pair[:2])  # call: GET /v2/self


def record(slug, ids):
    return requests.get(f"{BASE}objects/{slug[:20]}/records/{ids[-1]}")  # call: GET /v2/objects/{object}/records/{record_id}
