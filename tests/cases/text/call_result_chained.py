import requests

BASE = "https://api.attio.com/v2"

names = [row["name"] for row in requests.get(f"{BASE}/lists").json().get("data", [])]  # call: GET /v2/lists
for row in requests.get(f"{BASE}/objects").json()["data"]:  # call: GET /v2/objects
    print(row.get("api_slug"), row.get("/v2/notes"))
