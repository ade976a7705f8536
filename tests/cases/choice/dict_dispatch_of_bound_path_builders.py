import requests

BASE = "https://api.attio.com/v2"


def note_url(ident):
    return f"{BASE}/notes/{ident}"


def task_url(ident):
    return f"{BASE}/tasks/{ident}"


BUILDERS = {"note": note_url, "task": task_url}


def fetch(kind: str, ident: str):
    url = BUILDERS[kind](ident)
    return requests.get(url)  # call: GET /v2/notes/{note_id} | GET /v2/tasks/{task_id}
