import os

import requests

BASE = "https://api.attio.com/v2"
HEADERS = {"Authorization": f"Bearer {os.environ['ATTIO_API_KEY']}"}


def api(method, path, body=None):
    return requests.request(method, f"{BASE}{path}", headers=HEADERS, json=body)
