import requests

BASE = "https://api.attio.com/v2"


def get(path):
    return requests.get(BASE + path)
