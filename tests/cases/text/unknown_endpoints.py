import requests

BASE = "https://api.attio.com/v2"

requests.delete(f"{BASE}/lists/sales")  # unknown: DELETE /v2/lists/sales
requests.get(f"{BASE}/records")  # unknown: GET /v2/records
requests.post(f"{BASE}/self")  # unknown: POST /v2/self
requests.get("https://api.attio.com/v1/objects")  # unknown: GET /v1/objects
