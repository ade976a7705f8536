import requests

BASE = "https://api.attio.com/v2"
ENDPOINTS = {
    "query": "/objects/{slug}/records/query",
    "assert": "/objects/{slug}/records",
    "self": "/self",
}


def query(slug):
    return requests.post(BASE + ENDPOINTS["query"].format(slug=slug), json={})  # call: POST /v2/objects/{object}/records/query


def upsert(slug, data):
    url = BASE + ENDPOINTS["assert"].format(slug=slug)
    return requests.put(url, json=data, params={"matching_attribute": "domains"})  # call: PUT /v2/objects/{object}/records


def check():
    return requests.get(BASE + ENDPOINTS["self"])  # call: GET /v2/self
