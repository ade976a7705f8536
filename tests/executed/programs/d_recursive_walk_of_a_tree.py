# sends: GET /v2/objects/{object}/records/{record_id}, GET /v2/objects/{object}/records/{record_id}/entries
import requests

V2 = "https://api.attio.com/v2"


def walk(node, depth=0):
    if depth > 3:
        return
    requests.get(f"{V2}/objects/{node['kind']}/records/{node['key']}")
    for child in node.get("children", ()):
        walk(child, depth + 1)
    if not node.get("children"):
        requests.get(f"{V2}/objects/{node['kind']}/records/{node['key']}/entries")


walk({"kind": "companies", "key": "1", "children": [{"kind": "people", "key": "2"}, {"kind": "people", "key": "3"}]})
