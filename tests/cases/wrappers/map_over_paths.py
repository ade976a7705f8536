import requests

BASE = "https://api.attio.com/v2"
PATHS = ("/lists", "/objects")


def get(path):
    return requests.get(BASE + path).json()


pages = list(map(get, PATHS))  # call: GET /v2/lists | GET /v2/objects
