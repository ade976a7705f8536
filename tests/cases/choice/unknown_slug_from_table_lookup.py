import requests

BASE = "https://api.attio.com/v2"
OBJECTS = {"Person": "people", "Organisation": "companies"}


def create(kind, values):
    slug = OBJECTS.get(kind, kind.lower())
    return requests.post(f"{BASE}/objects/{slug}/records", json={"data": {"values": values}})  # call: POST /v2/objects/{object}/records
