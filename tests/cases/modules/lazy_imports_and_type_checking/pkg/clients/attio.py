from __future__ import annotations

import requests


class AttioClient:
    url = "https://api.attio.com/v2"

    def call(self, verb: str, path: str) -> dict:
        return requests.request(verb, self.url + path).json()

    def objects(self) -> dict:
        return self.call("GET", "/objects")  # call: GET /v2/objects
