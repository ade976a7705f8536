import requests

API = "https://api.attio.com/v2"


def send(method, path):
    return requests.request(method, API + path)
