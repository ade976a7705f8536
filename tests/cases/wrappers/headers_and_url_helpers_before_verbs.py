"""Helpers for URL and headers only; the verbs stay with requests, in every style of argument."""
import os

import requests

_BASE = "https://api.attio.com/v2"


def url(*segments: str, **query) -> str:
    path = "/".join(str(s).strip("/") for s in segments)
    suffix = "?" + "&".join(f"{k}={v}" for k, v in query.items()) if query else ""
    return f"{_BASE}/{path}{suffix}"


def auth() -> dict:
    return {"headers": {"Authorization": f"Bearer {os.environ['ATTIO']}"}, "timeout": 30}


requests.get(url("lists"), **auth())  # call: GET /v2/lists
requests.post(url("objects", "people", "records", "query"), json={}, **auth())  # call: POST /v2/objects/{object}/records/query
requests.put(url("objects/people/records", matching_attribute="email_addresses"), json={}, **auth())  # call: PUT /v2/objects/{object}/records
requests.get(url=url("tasks", limit=5), **auth())  # call: GET /v2/tasks
r = requests.delete(url("notes", "1"), **auth())  # call: DELETE /v2/notes/{note_id}
