import requests as r

ROOT = "https://api.attio.com/v2"


def get(path):
    return r.get(ROOT + path)


def post(path, body):
    return r.post(ROOT + path, json=body)
