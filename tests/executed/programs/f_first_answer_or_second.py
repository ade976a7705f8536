# sends: GET /v2/webhooks/{webhook_id}, GET /v2/webhooks
# answers: [{"status": 410}]
import requests


def hook(key):
    root = "https://api.attio.com/v2/webhooks"
    return requests.get(f"{root}/{key}") or requests.get(root)


hook("9")
