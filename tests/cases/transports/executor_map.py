"""map over a function of ours, and over the request function itself."""
from concurrent.futures import ThreadPoolExecutor

import requests

BASE = "https://api.attio.com/v2"


def fetch(slug):
    return requests.get(f"{BASE}/objects/{slug}")  # call: GET /v2/objects/{object}


with ThreadPoolExecutor() as pool:
    list(pool.map(fetch, ["people", "deals"]))
    list(pool.map(requests.get, [f"{BASE}/lists", f"{BASE}/tasks"]))  # call: GET /v2/lists | GET /v2/tasks
