"""A subclass of requests.Session with a base URL."""
from urllib.parse import urljoin

import requests


class AttioSession(requests.Session):
    def __init__(self, token):
        super().__init__()
        self.base = "https://api.attio.com/v2/"
        self.headers["Authorization"] = f"Bearer {token}"

    def request(self, method, url, *args, **kwargs):
        return super().request(method, urljoin(self.base, url), *args, **kwargs)


session = AttioSession("t")
session.get("objects")  # call: GET /v2/objects
session.request("DELETE", "tasks/1")  # call: DELETE /v2/tasks/{task_id}
