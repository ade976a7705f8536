import os

import requests

ENDPOINTS = {
    "people": ("POST", "/objects/people/records/query"),
    "lists": ("GET", "/lists"),
    "tasks": ("GET", "/tasks"),
}


def fetch(what):
    method, path = ENDPOINTS[what]
    return requests.request(
        method, "https://api.attio.com/v2" + path, headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}
    ).json()


for what in ENDPOINTS:
    fetch(what)
