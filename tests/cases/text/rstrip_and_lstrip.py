import requests

BASE = "https://api.attio.com/v2/"


def get(path_id):
    url = BASE.rstrip("/") + "/threads/" + path_id
    return requests.get(url)  # call: GET /v2/threads/{thread_id}


def get_slash():
    return requests.get(f"{BASE.rstrip('/')}/{'/threads'.lstrip('/')}")  # call: GET /v2/threads
