from enum import Enum

import httpx


class Method(str, Enum):
    GET = "GET"
    POST = "POST"


class Client:
    def __init__(self):
        self.http = httpx.Client(base_url="https://api.attio.com/v2")

    def call(self, method: Method, path: str, **kwargs):
        return self.http.request(method.value, path, **kwargs)

    def lists(self):
        return self.call(Method.GET, "/lists")  # call: GET /v2/lists

    def note(self, body):
        return self.call(Method.POST, "/notes", json=body)  # call: POST /v2/notes
