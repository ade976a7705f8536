import requests

BASE = "https://api.attio.com/v2"


def fetch(path=None):
    return requests.get(BASE + (path or "/lists"))  # call: GET /v2/lists


# The default is the function's own text; what a caller passes is decided where it is passed.
fetch()
fetch("/objects")  # call: GET /v2/objects
