# sends: GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
# unknowable: GET /v2/objects/{object}/records/{record_id}/attributes/{attribute}/values
# argv: objects people records 1 attributes name values
import sys

import requests


def fetch(words, url="https://api.attio.com/v2"):
    if not words:
        return requests.get(url)
    return fetch(words[1:], f"{url}/{words[0]}")


fetch(sys.argv[1:])
