import requests

BASE = "https://acme.zendesk.com/api/v2"


def get(path):
    return requests.get(BASE + path)
