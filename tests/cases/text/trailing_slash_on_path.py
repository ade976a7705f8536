import requests

BASE = "https://api.attio.com/v2"


def lists():
    return requests.get(BASE + "/lists/")  # call: GET /v2/lists


def note(note_id):
    return requests.get(f"{BASE}/notes/{note_id}/")  # call: GET /v2/notes/{note_id}
