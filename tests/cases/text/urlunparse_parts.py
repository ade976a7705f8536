from urllib.parse import urlunsplit

import requests


def lists():
    return requests.get(urlunsplit(("https", "api.attio.com", "/v2/lists", "limit=5", "")))  # call: GET /v2/lists
