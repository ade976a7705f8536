import requests

BASE = "https://api.attio.com/v2"


def find(parent=None):
    path = "/threads"
    if parent == "meeting":
        path = "/meetings"
    return requests.get(BASE + path)  # call: GET /v2/threads | GET /v2/meetings
