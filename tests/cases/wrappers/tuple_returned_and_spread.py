import requests

BASE = "https://api.attio.com/v2"


def build(slug):
    return "POST", f"{BASE}/objects/{slug}/records/query", {"limit": 1}


def build_kwargs(slug):
    return {"method": "GET", "url": f"{BASE}/objects/{slug}", "headers": {}}


def named(slug):
    return dict(method="PATCH", url=BASE + "/objects/" + slug)


method, url, body = build("people")
requests.request(method, url, json=body)  # call: POST /v2/objects/{object}/records/query
requests.request(*build("people")[:2])  # call: POST /v2/objects/{object}/records/query
requests.request(**build_kwargs("people"))  # call: GET /v2/objects/{object}
requests.request(**named("people"), timeout=5)  # call: PATCH /v2/objects/{object}
