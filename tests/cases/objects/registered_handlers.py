"""A registry filled by a decorator, run in a loop."""
import requests

HANDLERS = {}
BASE = "https://api.attio.com/v2"


def handler(name):
    def register(fn):
        HANDLERS[name] = fn
        return fn

    return register


@handler("lists")
def lists():
    return requests.get(f"{BASE}/lists")  # call: GET /v2/lists


@handler("create")
def create(data):
    return requests.post(f"{BASE}/lists", json=data)  # call: POST /v2/lists


def dispatch(name, *args):
    return HANDLERS[name](*args)
