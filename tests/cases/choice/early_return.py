import requests

BASE = "https://api.attio.com/v2"


def path_of(kind):
    if kind == "people":
        return "/objects/people/records/query"
    if kind == "deals":
        return "/lists/deals/entries/query"
    return None


def find(kind):
    path = path_of(kind)
    if path is None:
        return []
    return requests.post(BASE + path, json={})  # call: POST /v2/objects/{object}/records/query | POST /v2/lists/{list}/entries/query
