import posixpath

import requests

BASE = "https://api.attio.com/v2"


def entries(slug):
    return requests.post(posixpath.join(BASE, "lists", slug, "entries"), json={})  # call: POST /v2/lists/{list}/entries
