"""Clients as cached properties, one per vendor; sub-clients built from them."""
from functools import cached_property

import httpx
import requests


class Clients:
    def __init__(self, settings):
        self.settings = settings

    @cached_property
    def attio(self) -> httpx.Client:
        return httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {self.settings.attio_key}"})

    @cached_property
    def apollo(self) -> httpx.Client:
        return httpx.Client(base_url="https://api.apollo.io/v1")

    @cached_property
    def session(self):
        s = requests.Session()
        s.headers["Authorization"] = "Bearer x"
        return s


class Sync:
    def __init__(self, clients: Clients):
        self.clients = clients

    def run(self, email):
        self.clients.apollo.post("/people/match", json={"email": email})
        self.clients.attio.post("/objects/people/records/query", json={})  # call: POST /v2/objects/{object}/records/query
        crm = self.clients.attio
        crm.post("/notes", json={})  # call: POST /v2/notes
        self.clients.session.get("https://api.attio.com/v2/tasks")  # call: GET /v2/tasks
