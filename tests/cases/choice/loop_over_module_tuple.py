import requests

BASE = "https://api.attio.com/v2"
CHECKS = (
    ("GET", "/self"),
    ("POST", "/objects/people/records/query"),
)


def smoke():
    for method, path in CHECKS:
        response = requests.request(method, BASE + path, json={})  # call: GET /v2/self | POST /v2/objects/{object}/records/query
        print(method, path, response.status_code)
