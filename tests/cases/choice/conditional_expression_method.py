import requests

BASE = "https://api.attio.com/v2"


def upsert(slug, body, unique):
    method = "PUT" if unique else "POST"
    return requests.request(method, f"{BASE}/objects/{slug}/records", json=body)  # call: PUT /v2/objects/{object}/records | POST /v2/objects/{object}/records
