import requests

BASE = "https://api.attio.com/v2"


def handle(event):
    match event:
        case {"type": "note.created", "id": note_id}:
            return requests.get(f"{BASE}/notes/{note_id}")  # call: GET /v2/notes/{note_id}
        case {"type": "task.created"} if event.get("urgent"):
            return requests.get(f"{BASE}/tasks/{event['id']}")  # call: GET /v2/tasks/{task_id}
        case [first, *_]:
            return requests.get(f"{BASE}/threads/{first}")  # call: GET /v2/threads/{thread_id}
        case str():
            return requests.get(f"{BASE}/lists/{event}")  # call: GET /v2/lists/{list}
        case _:
            return requests.get(f"{BASE}/self")  # call: GET /v2/self
