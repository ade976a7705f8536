import requests

BASE = "https://api.attio.com/v2"
HEADERS = {"Authorization": "Bearer token"}


def attio_get(path, params=None):
    return requests.get(f"{BASE}/{path}", headers=HEADERS, params=params).json()


def attio_post(path, data):
    return requests.post(f"{BASE}/{path}", headers=HEADERS, json=data).json()


def attio_delete(path):
    requests.delete(f"{BASE}/{path}", headers=HEADERS).raise_for_status()


def main():
    attio_get("objects")  # call: GET /v2/objects
    attio_get("notes", {"limit": 10})  # call: GET /v2/notes
    attio_post("objects/people/records", {"data": {}})  # call: POST /v2/objects/{object}/records
    attio_delete("webhooks/" + attio_get("webhooks")["data"][0]["id"]["webhook_id"])  # call: DELETE /v2/webhooks/{webhook_id} # call: GET /v2/webhooks
