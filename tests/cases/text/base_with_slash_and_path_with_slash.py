import requests

BASE = "https://api.attio.com/v2/"


def lists():
    return requests.get(BASE + "/lists")  # call: GET /v2/lists


def lists_f():
    return requests.get(f"{BASE}/lists")  # call: GET /v2/lists
