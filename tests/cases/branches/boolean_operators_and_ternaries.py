import requests

BASE = "https://api.attio.com/v2"


def run(flag, other):
    flag and requests.get(f"{BASE}/lists")  # call: GET /v2/lists
    found = other or requests.get(f"{BASE}/objects")  # call: GET /v2/objects
    return requests.get(f"{BASE}/notes") if flag else requests.get(f"{BASE}/tasks"), found  # call: GET /v2/notes # call: GET /v2/tasks
