import time

import requests

BASE = "https://api.attio.com/v2"


def request(method, path, body=None, attempts=3):
    response = requests.request(method, BASE + path, json=body)
    if response.status_code == 429 and attempts:
        time.sleep(1)
        return request(method, path, body, attempts - 1)
    return response.json()


request("GET", "/webhooks")  # call: GET /v2/webhooks
