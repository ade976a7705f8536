import requests

V2 = "https://api.attio.com/v2"


def run(options):
    return requests.get(V2 + options.pop("path", "/objects"))  # unresolved


def run_known():
    options = {"path": "/lists", "size": 5}
    return requests.get(V2 + options.pop("path", "/objects"), params=options)  # call: GET /v2/lists
