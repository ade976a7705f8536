import requests

import a


def send(method, path):
    return requests.request(method, a.BASE + path)


def lists():
    return a.get("/lists")  # call: GET /v2/lists
