import requests

BASE = "https://api.attio.com/v2"


def post(path, body):
    return requests.post(BASE + path, json=body).json()


def post_all(path, body):
    rows, offset = [], 0
    while True:
        page = post(path, {**body, "offset": offset})["data"]
        rows.extend(page)
        if not page:
            return rows
        offset += len(page)


deals = post_all("/objects/deals/records/query", {"limit": 500})  # call: POST /v2/objects/{object}/records/query
