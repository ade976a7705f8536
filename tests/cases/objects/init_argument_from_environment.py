"""The constructor falls back to an environment variable with a default."""
import os

import httpx


class Attio:
    def __init__(self, base_url: str | None = None):
        self.base_url = base_url or os.getenv("CRM_URL", "https://api.attio.com/v2")
        self.http = httpx.Client(base_url=self.base_url, headers={"Authorization": "Bearer " + os.environ["CRM_TOKEN"]})

    def lists(self):
        return self.http.get("/lists").json()  # call: GET /v2/lists

    def add(self, list_id, body):
        return self.http.post(f"/lists/{list_id}/entries", json=body).json()  # call: POST /v2/lists/{list}/entries
