"""Everything at module level, names assigned again and again."""
import requests

BASE = "https://api.attio.com/v2"
url = BASE + "/objects"
r = requests.get(url)  # call: GET /v2/objects

url = BASE + "/lists"
r = requests.get(url)  # call: GET /v2/lists

url = "https://example.com/objects"
r = requests.get(url)

for slug in ["people", "companies"]:
    url = f"{BASE}/objects/{slug}/attributes"
    r = requests.get(url)  # call: GET /v2/{target}/{identifier}/attributes
    url = f"{BASE}/objects/{slug}/records/query"
    r = requests.post(url, json={"limit": 1})  # call: POST /v2/objects/{object}/records/query
