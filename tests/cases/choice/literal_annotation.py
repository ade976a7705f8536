from typing import Literal

import requests

BASE = "https://api.attio.com/v2"


def query(kind: Literal["people", "companies"]):
    return requests.post(f"{BASE}/objects/{kind}/records/query", json={})  # call: POST /v2/objects/{object}/records/query
