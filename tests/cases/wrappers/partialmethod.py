from functools import partialmethod

import requests


class Client:
    base = "https://api.attio.com/v2"

    def _send(self, method, path, **kwargs):
        return requests.request(method, self.base + path, **kwargs)

    get = partialmethod(_send, "GET")
    delete = partialmethod(_send, "DELETE")

    def lists(self):
        return self.get("/lists")  # call: GET /v2/lists

    def drop(self, note_id):
        return self.delete(f"/notes/{note_id}")  # call: DELETE /v2/notes/{note_id}
