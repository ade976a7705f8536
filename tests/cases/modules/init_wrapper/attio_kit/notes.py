from . import BASE, request
from attio_kit import request as again


def create(data):
    return request("POST", "/notes", json={"data": data})  # call: POST /v2/notes


def drop(note_id):
    return again("DELETE", f"/notes/{note_id}")  # call: DELETE /v2/notes/{note_id}


def url(note_id):
    return f"{BASE}/notes/{note_id}"
