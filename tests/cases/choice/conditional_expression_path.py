import requests

BASE = "https://api.attio.com/v2"


def attributes(is_list, slug):
    kind = "lists" if is_list else "objects"
    return requests.get(f"{BASE}/{kind}/{slug}")  # call: GET /v2/lists/{list} | GET /v2/objects/{object}
