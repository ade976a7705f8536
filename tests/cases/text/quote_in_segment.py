from urllib.parse import quote, quote_plus

import requests

BASE = "https://api.attio.com/v2"


def get(list_slug, entry):
    return requests.get(BASE + "/lists/" + quote(list_slug, safe="") + "/entries/" + quote_plus(entry))  # call: GET /v2/lists/{list}/entries/{entry_id}


def fixed():
    return requests.get(BASE + "/lists/" + quote("sales pipeline"))  # call: GET /v2/lists/{list}
