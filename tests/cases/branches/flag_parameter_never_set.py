import requests

BASE = "https://api.attio.com/v2"


def load(full=False, with_notes=None):
    requests.get(f"{BASE}/lists")  # call: GET /v2/lists
    if full:
        requests.get(f"{BASE}/tasks")  # call: GET /v2/tasks
    if with_notes is not None:
        requests.get(f"{BASE}/notes")  # call: GET /v2/notes


load()
