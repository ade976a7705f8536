import requests

BASE = "https://api.attio.com/v2"


def entries(list_id):
    url = "/".join([BASE, "lists", list_id, "entries", "query"])
    return requests.post(url, json={"limit": 500})  # call: POST /v2/lists/{list}/entries/query


def values(slug, record_id, attribute):
    parts = (BASE, "objects", slug, "records", record_id, "attributes", attribute, "values")
    return requests.get("/".join(parts))  # call: GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
