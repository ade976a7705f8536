import requests

BASE = "https://api.attio.com/v2"


def ping(path, depth):
    requests.get(BASE + path)
    return pong(path, depth - 1)


def pong(path, depth):
    return ping(path, depth) if depth else None


ping("/self", 3)  # call: GET /v2/self
