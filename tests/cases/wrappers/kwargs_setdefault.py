import requests

BASE = "https://api.attio.com/v2"


def send(method, path, **kwargs):
    kwargs.setdefault("timeout", 20)
    headers = kwargs.pop("headers", {})
    headers["Authorization"] = "Bearer x"
    return requests.request(method, BASE + path, headers=headers, **kwargs)


send("PUT", "/lists/deals/entries", json={})  # call: PUT /v2/lists/{list}/entries
