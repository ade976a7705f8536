import requests as r

ROOT = "https://api.intercom.io"


def post(path, body):
    return r.post(ROOT + path, json=body)
