import requests

BASE = "https://api.attio.com/v2"
STEPS = [
    {"verb": "GET", "path": "/objects", "label": "objects"},
    {"verb": "GET", "path": "/lists", "label": "lists"},
]

for step in STEPS:
    requests.request(step["verb"], BASE + step["path"])  # call: GET /v2/objects | GET /v2/lists
