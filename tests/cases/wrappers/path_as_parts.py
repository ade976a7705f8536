import requests

BASE = "https://api.attio.com/v2"


def request(method, *parts, **kwargs):
    url = "/".join([BASE, *[str(part) for part in parts]])
    return requests.request(method, url, **kwargs)


request("GET", "lists", "deals")  # call: GET /v2/lists/{list}
request("POST", "lists", "deals", "entries", json={})  # call: POST /v2/lists/{list}/entries
