import requests

BASE = "https://api.attio.com/v2"


def get(path):
    return requests.get(BASE + path).json()


def collect(fetch, paths):
    return {path: fetch(path) for path in paths}


collect(get, ["/lists", "/notes"])  # call: GET /v2/lists | GET /v2/notes
