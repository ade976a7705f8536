import requests

BASE = "https://api.attio.com/v2"


def first(slug):
    if (response := requests.post((url := f"{BASE}/objects/{slug}/records/query"), json={})).ok:  # call: POST /v2/objects/{object}/records/query
        print(url)
        return response.json()
    return None
