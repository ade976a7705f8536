import requests


def present(path):
    return requests.get("https://api.attio.com/v2" + path)
