import time

import requests

BASE = "https://api.attio.com/v2"


def with_backoff(send, url, **kwargs):
    for attempt in range(5):
        response = send(url, **kwargs)
        if response.status_code != 429:
            return response
        time.sleep(2**attempt)
    raise RuntimeError("rate limited")


def run(slug):
    with_backoff(requests.post, f"{BASE}/objects/{slug}/records/query", json={})  # call: POST /v2/objects/{object}/records/query
    with_backoff(requests.get, BASE + "/self")  # call: GET /v2/self
    with_backoff(requests.get, "https://api.example.com/self")
