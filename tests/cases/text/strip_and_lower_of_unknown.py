import requests

BASE = "https://api.attio.com/v2"


def attributes(slug):
    cleaned = slug.strip().lower()
    return requests.get(f"{BASE}/objects/{cleaned}/attributes")  # call: GET /v2/{target}/{identifier}/attributes
