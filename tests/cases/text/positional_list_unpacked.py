import requests

ARGS = ["GET", "https://api.attio.com/v2/webhooks"]


def run():
    return requests.request(*ARGS, timeout=5)  # call: GET /v2/webhooks
