import requests

BASE = "https://api.attio.com/v2"


def run():
    try:
        requests.get(f"{BASE}/lists").raise_for_status()  # call: GET /v2/lists
    except requests.HTTPError:
        requests.post(f"{BASE}/notes", json={})  # call: POST /v2/notes
        raise
    else:
        requests.get(f"{BASE}/objects")  # call: GET /v2/objects
    finally:
        requests.get(f"{BASE}/self")  # call: GET /v2/self
