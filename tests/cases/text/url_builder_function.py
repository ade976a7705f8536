import requests

BASE = "https://api.attio.com/v2"


def endpoint(*parts: str) -> str:
    return "/".join((BASE, *parts))


def record_url(slug: str, record_id: str | None = None) -> str:
    url = f"{BASE}/objects/{slug}/records"
    return f"{url}/{record_id}" if record_id else url


def run():
    requests.get(endpoint("lists"))  # call: GET /v2/lists
    requests.post(endpoint("lists", "deals", "entries", "query"), json={})  # call: POST /v2/lists/{list}/entries/query
    requests.post(record_url("people"), json={})  # call: POST /v2/objects/{object}/records
    requests.get(record_url("people", "0a1b"))  # call: GET /v2/objects/{object}/records/{record_id}
