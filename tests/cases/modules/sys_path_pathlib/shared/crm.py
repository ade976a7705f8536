import requests

URL = "https://api.attio.com/v2"


def lists():
    return requests.get(f"{URL}/lists")  # call: GET /v2/lists


def post(path, body):
    return requests.post(URL + path, json=body)
