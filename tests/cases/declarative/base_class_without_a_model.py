"""Classes of libraries without a model that a class of the project derives from, with Attio's address handed up or declared."""
from acme.http import BaseClient, Integration
from pydantic_settings import BaseSettings


class Positional(BaseClient):
    def __init__(self, token):
        super().__init__("https://api.attio.com/v2", token)

    def notes(self):
        return self.fetch("GET", "/notes")  # call: GET /v2/notes

    def add(self):
        return self._post("/notes", {})  # unresolved: "acme.http.BaseClient._post" = { method = "POST", path = 0 }


class ByKeyword(Integration):
    def __init__(self):
        super().__init__(root="https://api.attio.com/v2")

    def notes(self):
        self.get("/notes")  # call: GET /v2/notes
        self.load("/tasks")  # unresolved: "acme.http.Integration.load" = { method = "GET", path = 0 }


class Declared(Integration):
    base = "https://api.attio.com/v2"

    def notes(self):
        self.get("/notes")  # call: GET /v2/notes
        self.perform("POST", "/notes")  # call: POST /v2/notes
        self.configure("/notes")


class HubSpot(Integration):
    def __init__(self):
        super().__init__("https://api.hubapi.com/v2")

    def notes(self):
        self.get("/notes")
        self.perform("POST", "/notes")
        self.load("/tasks")


class Settings(BaseSettings):
    base_url = "https://api.attio.com/v2"

    def load(self):
        return self.fetch("/notes")
