"""A client may be handed in; where it is not, the class makes its own: in all three forms."""
from __future__ import annotations

import os

import httpx
import requests


class Attio:
    def __init__(self, *, http_client: httpx.Client | None = None, base_url: str | None = None):
        base_url = base_url or os.environ.get("ATTIO_BASE_URL") or "https://api.attio.com"
        self._http = http_client or httpx.Client(base_url=base_url)

    def send(self, method, path):
        return self._http.send(self._http.build_request(method, path))


class Second:
    def __init__(self, session: requests.Session | None = None):
        if session is None:
            session = requests.Session()
        self.session = session

    def tasks(self):
        return self.session.get("https://api.attio.com/v2/tasks")  # call: GET /v2/tasks


class Third:
    def __init__(self, http: httpx.Client = None):
        self.http = http if http is not None else httpx.Client(base_url="https://api.attio.com/v2")

    def notes(self):
        return self.http.get("/notes")  # call: GET /v2/notes


class Foreign:
    def __init__(self, http: httpx.Client = None):
        self.http = http or httpx.Client(base_url="https://api.example.com/v2")

    def notes(self):
        return self.http.get("/notes")


Attio().send("GET", "/v2/lists")  # call: GET /v2/lists
Attio(http_client=httpx.Client(base_url="https://api.attio.com/v2")).send("GET", "/webhooks")  # call: GET /v2/webhooks
Attio(http_client=httpx.Client(base_url="https://api.example.com/v2")).send("GET", "/webhooks")
Foreign().notes()
