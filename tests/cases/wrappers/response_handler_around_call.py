import requests

BASE = "https://api.attio.com/v2"


def unwrap(response):
    response.raise_for_status()
    return response.json()["data"]


def data_of(response, key="data"):
    return response.json().get(key)


lists = unwrap(requests.get(f"{BASE}/lists"))  # call: GET /v2/lists
notes = data_of(requests.get(f"{BASE}/notes"), key="data")  # call: GET /v2/notes
