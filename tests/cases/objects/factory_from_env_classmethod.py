"""Alternative constructors as class methods and static methods."""
import os

import requests


class Attio:
    def __init__(self, token, base_url):
        self.token = token
        self.base_url = base_url

    @classmethod
    def from_env(cls):
        return cls(os.environ["ATTIO_TOKEN"], os.environ.get("ATTIO_BASE", "https://api.attio.com/v2"))

    @staticmethod
    def default() -> "Attio":
        return Attio("x", "https://api.attio.com/v2")

    def send(self, verb, route, **kwargs):
        return requests.request(verb, self.base_url + route, **kwargs)


Attio.from_env().send("GET", "/lists")  # call: GET /v2/lists
api = Attio.default()
api.send("PATCH", "/lists/pipeline", json={})  # call: PATCH /v2/lists/{list}
