import requests

BASE = "https://api.attio.com/v2"


def entries(list_id, query=False):
    path = f"/lists/{list_id}/entries" + ("/query" if query else "")
    return send(path)  # call: POST /v2/lists/{list}/entries | POST /v2/lists/{list}/entries/query


def send(path):
    return requests.post(BASE + path, json={})
