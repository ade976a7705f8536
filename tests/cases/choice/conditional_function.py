import requests

BASE = "https://api.attio.com/v2"


def save(note_id, body):
    send = requests.patch if note_id else requests.post
    url = f"{BASE}/notes/{note_id}" if note_id else f"{BASE}/notes"
    return send(url, json=body)  # call: PATCH /v2/notes/{note_id} | POST /v2/notes
