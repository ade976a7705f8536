import requests

BASE = "https://api.attio.com/v2"

requests.post(f"{BASE}/objects/records/search", json={"query": "ann"})  # call: POST /v2/objects/records/search
requests.post(f"{BASE}/objects/people/records", json={})  # call: POST /v2/objects/{object}/records
requests.get(f"{BASE}/objects/people/records/{'merge'}")  # call: GET /v2/objects/{object}/records/{record_id}
requests.post(f"{BASE}/objects/people/records/merge", json={})  # call: POST /v2/objects/{object}/records/merge
