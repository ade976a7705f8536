import requests

BASE = "https://api.attio.com/v2"


def every_record(slug):
    offset = 0
    while True:
        body = {"limit": 500, "offset": offset}
        batch = requests.post(f"{BASE}/objects/{slug}/records/query", json=body).json()["data"]  # call: POST /v2/objects/{object}/records/query
        if not batch:
            return
        yield from batch
        offset += len(batch)
