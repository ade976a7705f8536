import requests

BASE = "https://api.attio.com/v2"


def walk():
    path = "/lists"
    for _ in range(2):
        requests.get(BASE + path)  # call: GET /v2/lists | GET /v2/objects
        path = "/objects"
