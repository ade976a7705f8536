import requests


def get(path):
    return requests.get("https://api.attio.com/v2" + path)
