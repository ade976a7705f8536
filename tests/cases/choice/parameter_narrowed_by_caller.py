import requests

BASE = "https://api.attio.com/v2"


def act(kind, ident):
    if kind == "note":
        return requests.delete(f"{BASE}/notes/{ident}")  # call: DELETE /v2/notes/{note_id}
    if kind == "task":
        return requests.delete(f"{BASE}/tasks/{ident}")  # call: DELETE /v2/tasks/{task_id}
    raise ValueError(kind)


act("note", "1")
