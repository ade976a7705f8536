import requests

BASE = "https://api.attio.com/v2"


def run(body):
    request = {"method": "POST", "url": f"{BASE}/webhooks", "json": body}
    return requests.request(**request)  # call: POST /v2/webhooks
