import requests

BASE = "https://api.attio.com/v2"


def read(kind, key=None):
    parts = [BASE, "notes"]
    if key:
        parts.append(key)
    return requests.get("/".join(parts))  # call: GET /v2/notes | GET /v2/notes/{note_id}


def unknown(parts):
    return requests.get("/".join([BASE, *map(str, parts)]))  # unresolved
