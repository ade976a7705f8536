import requests

BASE = "https://api.attio.com/v2"


def with_retry(func, attempts=3):
    for _ in range(attempts):
        response = func()
        if response.ok:
            return response
    raise RuntimeError("failed")


def lists():
    return with_retry(lambda: requests.get(f"{BASE}/lists"))  # call: GET /v2/lists


def create(body):
    return with_retry(
        lambda: requests.post(f"{BASE}/lists", json=body),  # call: POST /v2/lists
        attempts=5,
    )
