import requests

BASE = "https://api.attio.com/v2"
PAGE = 25


def page(number):
    return requests.get(f"{BASE}/notes?limit={PAGE:d}&offset={number * PAGE!s}")  # call: GET /v2/notes
