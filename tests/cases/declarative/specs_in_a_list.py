"""A list of specifications that a loop sends."""
import requests

SPECS = [
    {"name": "objects", "method": "GET", "path": "/objects"},
    {"name": "people", "method": "POST", "path": "/objects/people/records/query"},
]

for spec in SPECS:
    requests.request(spec["method"], "https://api.attio.com/v2" + spec["path"])  # call: GET /v2/objects | POST /v2/objects/{object}/records/query
