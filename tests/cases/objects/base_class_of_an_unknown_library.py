"""A base class that nobody knows gets Attio's address; what its methods do with a verb and a path is told."""
from acme.http import BaseClient


class Attio(BaseClient):
    def __init__(self, token):
        super().__init__(base_url="https://api.attio.com/v2", token=token)

    def notes(self):
        return self.request("GET", "/notes")  # call-or-unresolved: GET /v2/notes

    def add(self):
        return self._post("/notes", {})  # unresolved


class Hub(BaseClient):
    def __init__(self, token):
        super().__init__(base_url="https://api.hubapi.com", token=token)

    def notes(self):
        return self.request("GET", "/notes")
