import requests

BASE = "https://api.attio.com/v2"


def fetch(path=None):
    return requests.get(BASE + (path or "/lists"))


fetch()  # call: GET /v2/lists
fetch("/objects")  # call: GET /v2/objects
