import requests

BASE = "https://api.attio.com/v2"


def call(verb, path, **kwargs):
    func = getattr(requests, verb.lower())
    return func(f"{BASE}/{path.lstrip('/')}", **kwargs)


call("GET", "/lists")  # call: GET /v2/lists
call("PATCH", "lists/deals", json={})  # call: PATCH /v2/lists/{list}
