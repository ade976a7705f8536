import sys

import requests

BASE = "https://api.attio.com/v2"


def attio(method, path):
    return requests.request(method, BASE + path)


attio("GET", "/lists")  # call: GET /v2/lists
attio("GET", sys.argv[1])  # unresolved
