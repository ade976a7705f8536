import requests

BASE = "https://api.attio.com/v2"

pair = (requests.get(f"{BASE}/lists"), requests.get(f"{BASE}/objects"))  # call: GET /v2/lists # call: GET /v2/objects
