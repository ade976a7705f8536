import requests
from urllib.parse import urlencode

BASE = "https://api.attio.com/v2"


def upsert(data):
    requests.put(f"{BASE}/objects/companies/records?matching_attribute=domains", json=data)  # call: PUT /v2/objects/{object}/records


def members(params):
    query = urlencode(params)
    return requests.get(f"{BASE}/workspace_members?{query}")  # call: GET /v2/workspace_members


def webhooks(params):
    return requests.get(BASE + "/webhooks" + "?" + urlencode(params))  # call: GET /v2/webhooks
