import requests

BASE = "https://api.attio.com/v2"


def webhooks(cursor=None):
    suffix = f"?offset={cursor}" if cursor else ""
    return requests.get(f"{BASE}/webhooks{suffix}")  # call: GET /v2/webhooks
