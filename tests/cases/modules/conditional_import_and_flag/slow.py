import requests


def fetch(path):
    return requests.get("https://api.attio.com/v2" + path)
