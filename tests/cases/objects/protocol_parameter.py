"""A parameter annotated with a Protocol: any class may stand behind it; the caller says which."""
from typing import Protocol

import requests


class Http(Protocol):
    def post(self, path: str, body: dict) -> dict: ...


class AttioHttp:
    def post(self, path, body):
        return requests.post("https://api.attio.com/v2" + path, json=body).json()


def note(http: Http, body):
    return http.post("/notes", body)  # call: POST /v2/notes


note(AttioHttp(), {})
