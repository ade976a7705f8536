"""Conditionals inside f-strings and join of lists."""
import requests

BASE = "https://api.attio.com/v2"


def a(kind, slug, archived=False):
    return requests.get(f"{BASE}/{'objects' if kind == 'object' else 'lists'}/{slug}/attributes{'?show_archived=true' if archived else ''}")  # call: GET /v2/{target}/{identifier}/attributes


def b(record_id=None):
    url = f"{BASE}/objects/people/records{f'/{record_id}' if record_id else ''}"
    return requests.request("PATCH" if record_id else "POST", url, json={})  # call: PATCH /v2/objects/{object}/records/{record_id} | POST /v2/objects/{object}/records


def d(slug, record_id, query=None):
    segments = ["objects", slug, "records"]
    if record_id:
        segments.append(record_id)
    url = BASE + "/" + "/".join(str(s) for s in segments)
    if query:
        url += "?" + "&".join(f"{k}={v}" for k, v in query.items())
    return requests.delete(url)  # call: DELETE /v2/objects/{object}/records/{record_id}


d("people", "1")


def e(slug):
    url = BASE
    url += "/objects"
    url += f"/{slug}"
    url += "/records"
    url = url + "/query"
    return requests.post(url=url, json={})  # call: POST /v2/objects/{object}/records/query
