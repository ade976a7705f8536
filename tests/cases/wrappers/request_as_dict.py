import requests

BASE = "https://api.attio.com/v2"


def send(spec):
    return requests.request(spec["method"], BASE + spec["path"], json=spec.get("body"))


send({"method": "GET", "path": "/lists"})  # call: GET /v2/lists
send({"method": "DELETE", "path": "/webhooks/1"})  # call: DELETE /v2/webhooks/{webhook_id}
