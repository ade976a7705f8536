import requests
from tenacity import Retrying, stop_after_attempt

r = Retrying(stop=stop_after_attempt(3))


def _get(path):
    return requests.get("https://api.attio.com/v2" + path)


def lists():
    return r(_get, "/lists")  # call: GET /v2/lists
