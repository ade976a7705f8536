"""A dataclass holds the base URL as a field with a default."""
from dataclasses import dataclass, field

import requests


@dataclass
class AttioClient:
    api_key: str
    base_url: str = "https://api.attio.com/v2"
    timeout: float = 30.0
    session: requests.Session = field(default_factory=requests.Session)

    def _headers(self):
        return {"Authorization": f"Bearer {self.api_key}"}

    def get(self, path, **params):
        return self.session.get(f"{self.base_url}{path}", headers=self._headers(), params=params, timeout=self.timeout)

    def task(self, task_id):
        return self.get(f"/tasks/{task_id}")  # call: GET /v2/tasks/{task_id}


def main():
    client = AttioClient(api_key="k")
    return client.get("/threads", record_id="r", object="people")  # call: GET /v2/threads
