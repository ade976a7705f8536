import requests

BASE = "https://api.attio.com/v2"


def attio_get(path):
    return requests.get(BASE + path)
