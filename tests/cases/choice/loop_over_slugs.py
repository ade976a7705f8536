import requests

BASE = "https://api.attio.com/v2"
SLUGS = ["people", "companies", "deals"]

for slug in SLUGS:
    requests.post(f"{BASE}/objects/{slug}/records/query", json={})  # call: POST /v2/objects/{object}/records/query
