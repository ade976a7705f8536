import requests

V2 = "https://api.attio.com/v2"
OLD = {"deal": "/objects/deals"}
NEW = {"deal": "/objects/opportunities", "lead": "/lists/leads"}


def run(word):
    path = OLD.get(word) or NEW.get(word) or "/objects"
    return requests.get(V2 + path)  # call: GET /v2/objects/{object} | GET /v2/objects | GET /v2/lists/{list}
