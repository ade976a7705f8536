import requests

BASE = "https://api.attio.com/v2"


def page(entries, slug):
    url = f"{BASE}/lists/{slug}/entries/query" if entries else f"{BASE}/objects/{slug}/records/query"
    return requests.post(url, json={})  # call: POST /v2/lists/{list}/entries/query | POST /v2/objects/{object}/records/query
