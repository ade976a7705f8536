import requests

BASE = "https://api.attio.com/v2"


def path_of(kind):
    if kind == "people":
        return "/objects/people/records/query"
    return "/lists/deals/entries/query"


requests.post(BASE + path_of("people"), json={})  # call: POST /v2/objects/{object}/records/query
requests.post(BASE + path_of("deals"), json={})  # call: POST /v2/lists/{list}/entries/query
