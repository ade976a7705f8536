import requests

BASE = "https://api.attio.com/v2"


def lists(slug):
    return requests.get(f"{BASE}/{'lists'}/{slug}/views")  # call: GET /v2/lists/{list}/views


def plain():
    return requests.get(BASE + "/" + "self")  # call: GET /v2/self
