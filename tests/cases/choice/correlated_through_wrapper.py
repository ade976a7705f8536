import requests

BASE = "https://api.attio.com/v2"


def attio(method, path, body=None):
    return requests.request(method, BASE + path, json=body)


def write(webhook_id, body):
    if webhook_id is None:
        verb, path = "POST", "/webhooks"
    else:
        verb, path = "PATCH", f"/webhooks/{webhook_id}"
    return attio(verb, path, body)  # call: POST /v2/webhooks | PATCH /v2/webhooks/{webhook_id}
