import requests

BASE = "https://api.attio.com/v2"


def query(object_slug, filters=None):
    url = f"{BASE}/objects/{object_slug}/records/query"
    return requests.post(url, json={"filter": filters or {}}).json()["data"]  # call: POST /v2/objects/{object}/records/query


people = query("people")
companies = query("companies", {"name": "Acme"})
