import requests

BASE = "https://api.attio.com/v2"


def request(method, path, **kwargs):
    return requests.request(method, BASE + path, **kwargs)
