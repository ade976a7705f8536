import requests


def ping(path="/self"):
    return requests.get("https://api.attio.com/v2" + path)


ping()  # call: GET /v2/self
ping("/objects")  # call: GET /v2/objects
