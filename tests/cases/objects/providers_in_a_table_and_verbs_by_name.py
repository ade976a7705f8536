"""Django-like settings dict per provider, factory by dotted path, client with per-call base override."""
import os

import httpx

PROVIDERS = {
    "attio": {"BASE_URL": "https://api.attio.com/v2", "TOKEN": os.environ.get("ATTIO_TOKEN"), "TIMEOUT": 10},
    "hubspot": {"BASE_URL": "https://api.hubapi.com", "TOKEN": os.environ.get("HUBSPOT_TOKEN"), "TIMEOUT": 5},
}


class ApiClient:
    def __init__(self, provider, **overrides):
        config = {**PROVIDERS[provider], **overrides}
        self.base = config["BASE_URL"].rstrip("/")
        self.timeout = config["TIMEOUT"]
        self.headers = {"Authorization": f"Bearer {config['TOKEN']}"}

    def __getattr__(self, verb):
        if verb.upper() not in {"GET", "POST", "PUT", "PATCH", "DELETE"}:
            raise AttributeError(verb)

        def call(path, **kw):
            return httpx.request(verb.upper(), f"{self.base}/{path.lstrip('/')}", headers=self.headers, timeout=self.timeout, **kw)

        return call


attio = ApiClient("attio")
attio.get("lists")  # call: GET /v2/lists
attio.post("/notes", json={})  # call: POST /v2/notes
ApiClient("attio", TIMEOUT=60).delete("/notes/1")  # call: DELETE /v2/notes/{note_id}
ApiClient("hubspot").get("lists")
ApiClient(provider="hubspot", BASE_URL="https://api.attio.com/v2").get("tasks")  # call: GET /v2/tasks
