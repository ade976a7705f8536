import requests

BASE = "https://api.attio.com/v2"


def api(method, path, body=None):
    return requests.request(method, BASE + path, json=body).json()


api(  # call: POST /v2/notes
    "POST",
    "/notes",
    {"data": {"parent_record_id": api("GET", "/self")["data"]["id"]}},  # call: GET /v2/self
)
