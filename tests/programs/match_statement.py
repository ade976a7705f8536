import os

import requests


def handle(event):
    headers = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}
    match event:
        case {"type": "note.created", "id": note_id}:
            method, url = "GET", f"https://api.attio.com/v2/notes/{note_id}"
        case {"type": "task.done", "id": task_id}:
            method, url = "DELETE", f"https://api.attio.com/v2/tasks/{task_id}"
        case _:
            return None
    return requests.request(method, url, headers=headers)


for event in ({"type": "note.created", "id": "1"}, {"type": "task.done", "id": "2"}, {"type": "other"}):
    handle(event)
