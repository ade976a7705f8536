"""A method builds the URL from parts."""
import requests


class Attio:
    def __init__(self):
        self.base_url = "https://api.attio.com"

    def _url(self, *parts):
        return "/".join([self.base_url, "v2", *parts])

    def entry(self, list_id, entry_id):
        return requests.get(self._url("lists", list_id, "entries", entry_id))  # call: GET /v2/lists/{list}/entries/{entry_id}

    def entries(self, list_id):
        return requests.post(self._url("lists", list_id, "entries", "query"))  # call: POST /v2/lists/{list}/entries/query
