import requests

BASE = "https://api.attio.com/v2"


def entries(list_id, query=False):
    return requests.post(f"{BASE}/lists/{list_id}/entries{'/query' if query else ''}", json={})  # call: POST /v2/lists/{list}/entries/query | POST /v2/lists/{list}/entries
