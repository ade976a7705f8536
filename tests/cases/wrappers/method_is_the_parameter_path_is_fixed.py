import requests

BASE = "https://api.attio.com/v2"


def webhooks(verb, **kwargs):
    return requests.request(verb, BASE + "/webhooks", **kwargs)


webhooks("GET")  # call: GET /v2/webhooks
webhooks("POST", json={})  # call: POST /v2/webhooks
