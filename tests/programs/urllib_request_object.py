import json
import os
from urllib.request import Request, urlopen

KEY = os.environ["ATTIO_TOKEN"]


def attio(method: str, path: str, payload: dict | None = None) -> dict:
    data = json.dumps(payload).encode() if payload is not None else None
    request = Request("https://api.attio.com" + path, data=data, method=method)
    request.add_header("Authorization", f"Bearer {KEY}")
    request.add_header("Content-Type", "application/json")
    with urlopen(request, timeout=10) as response:
        return json.load(response)


attio("POST", "/v2/objects/records/search", {"query": "acme", "objects": ["companies"], "limit": 3})
attio("POST", "/v2/objects/companies/records/merge", {"data": {}})
attio("GET", "/v2/objects/companies/records/9/entries")
