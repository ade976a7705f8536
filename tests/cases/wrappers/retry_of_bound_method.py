import time

import requests


class Client:
    BASE = "https://api.attio.com/v2"

    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = token

    def _retry(self, func, *args, **kwargs):
        delay = 1
        while True:
            response = func(*args, **kwargs)
            if response.status_code != 429:
                return response
            time.sleep(delay)
            delay *= 2

    def query(self, slug, body):
        return self._retry(self.session.post, f"{self.BASE}/objects/{slug}/records/query", json=body)  # call: POST /v2/objects/{object}/records/query

    def entry(self, list_id, entry_id):
        url = f"{self.BASE}/lists/{list_id}/entries/{entry_id}"
        return self._retry(self.session.delete, url)  # call: DELETE /v2/lists/{list}/entries/{entry_id}

    def self_(self):
        return self._retry(lambda: self.session.get(self.BASE + "/self"))  # call: GET /v2/self
