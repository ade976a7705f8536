import os

import requests


class Http:
    def __init__(self, root, token):
        self.root, self.token = root.rstrip("/"), token

    def _do(self, verb, path, **options):
        call = getattr(requests, verb)
        reply = call(self.root + path, headers={"Authorization": "Bearer " + self.token}, timeout=5, **options)
        reply.raise_for_status()
        return reply.json()

    def get(self, path, **params):
        return self._do("get", path, params=params)

    def post(self, path, body):
        return self._do("post", path, json=body)

    def delete(self, path):
        return self._do("delete", path)


http = Http("https://api.attio.com/v2/", os.environ["ATTIO_TOKEN"])
http.get("/notes", limit=2)
http.post("/notes", {"data": {}})
http.delete("/notes/1")
