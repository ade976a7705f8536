import os
from concurrent.futures import ThreadPoolExecutor

import requests

HEADERS = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}


def count(slug):
    return len(requests.post(f"https://api.attio.com/v2/objects/{slug}/records/query", headers=HEADERS, json={}).json()["data"])


def members():
    return requests.get("https://api.attio.com/v2/workspace_members", headers=HEADERS).json()["data"]


with ThreadPoolExecutor(max_workers=2) as pool:
    counts = list(pool.map(count, ["people", "companies"]))
    waiting = pool.submit(members)
    assert counts == [3, 3]
    assert waiting.result()
