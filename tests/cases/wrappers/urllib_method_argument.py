import json
from urllib.request import Request, urlopen


def attio(method, path, payload=None):
    data = json.dumps(payload).encode("utf-8") if payload is not None else None
    req = Request(f"https://api.attio.com/v2{path}", data=data, method=method)
    with urlopen(req, timeout=30) as resp:
        return json.loads(resp.read() or b"{}")


attio("GET", "/objects/people/records/1/entries")  # call: GET /v2/objects/{object}/records/{record_id}/entries
attio("PUT", "/lists/deals/entries", {"data": {}})  # call: PUT /v2/lists/{list}/entries
