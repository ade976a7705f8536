import requests

BASE = "https://api.attio.com/v2"


def build(record_id, tail):
    parts = [BASE, "objects", "people", "records", record_id]
    parts.extend(tail)
    # What is appended is not known: a shorter path would be a wrong endpoint.
    return requests.get("/".join(parts))  # unresolved


def insert(record_id):
    parts = ["objects", "people", "records"]
    parts.insert(0, BASE)
    parts.insert(len(parts), record_id)
    return requests.get("/".join(parts))  # call: GET /v2/objects/{object}/records/{record_id}
