import requests

BASE = "https://api.attio.com/v2"


def save(body, record_id=None):
    try:
        int(record_id)
        url = f"{BASE}/notes/{record_id}"
    except TypeError:
        url = f"{BASE}/tasks/{record_id}"
    return requests.get(url)  # call: GET /v2/notes/{note_id} | GET /v2/tasks/{task_id}
