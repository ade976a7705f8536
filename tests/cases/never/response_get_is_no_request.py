import requests

BASE = "https://api.attio.com/v2"

body = requests.get(f"{BASE}/lists").json()  # call: GET /v2/lists
first = body.get("data", [{}])[0].get("https://api.attio.com/v2/notes")
headers = requests.get(f"{BASE}/objects").headers.get("/v2/lists")  # call: GET /v2/objects
