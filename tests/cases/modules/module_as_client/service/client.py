import os

import requests

_BASE = os.getenv("ATTIO_API", "https://api.attio.com/v2")


def _send(method, path, **kwargs):
    return requests.request(method, _BASE + path, **kwargs)


def get(path, **params):
    return _send("GET", path, params=params)


def post(path, body):
    return _send("POST", path, json=body)
