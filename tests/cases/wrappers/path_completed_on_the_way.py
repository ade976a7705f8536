import requests

BASE = "https://api.attio.com/v2"


def post(path, body):
    return requests.post(BASE + path, json=body).json()


def query(resource, body):
    # `resource` may hold several segments: only the caller knows the shape.
    return post(f"/{resource}/query", body)


query("objects/people/records", {})  # call: POST /v2/objects/{object}/records/query
query("lists/deals/entries", {})  # call: POST /v2/lists/{list}/entries/query
