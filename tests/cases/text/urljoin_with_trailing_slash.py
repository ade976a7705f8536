from urllib.parse import urljoin

import requests

BASE = "https://api.attio.com/v2/"


def tasks():
    return requests.get(urljoin(BASE, "tasks"))  # call: GET /v2/tasks


def create(payload):
    return requests.post(urljoin(BASE, "tasks"), json=payload)  # call: POST /v2/tasks
