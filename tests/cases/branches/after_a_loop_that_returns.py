import requests

BASE = "https://api.attio.com/v2"


def run():
    attempt = 0
    while attempt < 3:
        try:
            return requests.get(f"{BASE}/lists").json()  # call: GET /v2/lists
        except requests.RequestException:
            attempt += 1
    return requests.get(f"{BASE}/objects").json()  # call: GET /v2/objects


def poll():
    while True:
        state = requests.get(f"{BASE}/self").json()  # call: GET /v2/self
        if state["active"]:
            break
    requests.post(f"{BASE}/notes", json={})  # call: POST /v2/notes
