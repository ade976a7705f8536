from __future__ import annotations
from dataclasses import dataclass, field
import requests


@dataclass
class Request:
    method: str
    path: str
    json: dict | None = None
    params: dict = field(default_factory=dict)

    def send(self, session):
        return session.request(self.method, "https://api.attio.com/v2" + self.path, json=self.json, params=self.params)


def get_list(slug) -> Request:
    return Request("GET", f"/lists/{slug}")


s = requests.Session()
get_list("a").send(s)  # call: GET /v2/lists/{list}
Request(method="POST", path="/notes", json={}).send(s)  # call: POST /v2/notes
queue = [Request("GET", "/tasks"), Request("GET", "/self")]
for r in queue:
    r.send(s)  # call: GET /v2/tasks | GET /v2/self
