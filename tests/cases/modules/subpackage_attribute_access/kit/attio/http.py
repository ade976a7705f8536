import requests


def send(method, path):
    return requests.request(method, "https://api.attio.com/v2" + path)
