from urllib.parse import urljoin

import requests

BASE = "https://api.attio.com"


def list_lists():
    return requests.get(urljoin(BASE, "/v2/lists"))  # call: GET /v2/lists


def list_lists_again():
    # The absolute path replaces the base's.
    return requests.get(urljoin("https://api.attio.com/v2/objects", "/v2/lists"))  # call: GET /v2/lists
