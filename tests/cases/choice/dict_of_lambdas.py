import requests

BASE = "https://api.attio.com/v2"

ACTIONS = {
    "lists": lambda: requests.get(f"{BASE}/lists"),  # call: GET /v2/lists
    "note": lambda body: requests.post(f"{BASE}/notes", json=body),  # call: POST /v2/notes
}


def run(name, *args):
    return ACTIONS[name](*args)
