"""The query is put together with urlencode."""
from urllib.parse import quote, urlencode

import requests

BASE = "https://api.attio.com/v2"


def threads(record_id):
    query = urlencode({"record_id": record_id, "object": "people"})
    return requests.get(f"{BASE}/threads?{query}")  # call: GET /v2/threads


def entry(slug, entry_id):
    return requests.get(f"{BASE}/lists/{quote(slug, safe='')}/entries/{quote(entry_id)}")  # call: GET /v2/lists/{list}/entries/{entry_id}
