import requests

BASE = "https://api.attio.com/v2"


def fetch(record_id=None):
    if record_id:
        return requests.get(f"{BASE}/objects/people/records/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}
    return requests.post(f"{BASE}/objects/people/records/query", json={})  # call: POST /v2/objects/{object}/records/query
