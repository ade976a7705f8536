"""match statements over tuples and classes decide the request."""
from dataclasses import dataclass

import requests

BASE = "https://api.attio.com/v2"


@dataclass
class Created:
    slug: str


@dataclass
class Deleted:
    slug: str
    record_id: str


def apply(event):
    match event:
        case Created(slug=slug):
            return requests.post(f"{BASE}/objects/{slug}/records", json={})  # call: POST /v2/objects/{object}/records
        case Deleted(slug, record_id):
            return requests.delete(f"{BASE}/objects/{slug}/records/{record_id}")  # call: DELETE /v2/objects/{object}/records/{record_id}


def route(kind, action):
    match (kind, action):
        case ("note", "create"):
            method, path = "POST", "/notes"
        case ("note", "list"):
            method, path = "GET", "/notes"
        case ("task", _):
            method, path = "GET", "/tasks"
        case _:
            raise ValueError(kind)
    return requests.request(method, BASE + path)  # call: POST /v2/notes | GET /v2/notes | GET /v2/tasks
