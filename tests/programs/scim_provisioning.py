"""An identity provider's job: users and groups over SCIM, one client for both."""

import os
from typing import Any

import requests


class Scim:
    def __init__(self, kind: str) -> None:
        self.root = f"https://api.attio.com/scim/v2/{kind}"
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {os.environ['ATTIO_TOKEN']}"

    def send(self, method: str, suffix: str = "", body: dict[str, Any] | None = None) -> None:
        answer = self.session.request(method, self.root + suffix, json=body)
        answer.raise_for_status()


users = Scim("Users")
users.send("GET")
users.send("POST", body={"userName": "ada@acme.test"})
users.send("GET", "/u-1")
users.send("PUT", "/u-1", {"active": True})
users.send("PATCH", "/u-1", {"Operations": [{"op": "replace", "path": "active", "value": False}]})
users.send("DELETE", "/u-1")

groups = Scim("Groups")
groups.send("GET")
groups.send("POST", body={"displayName": "Sales"})
groups.send("GET", "/t-1")
groups.send("PUT", "/t-1", {"displayName": "Sales EU"})
groups.send("PATCH", "/t-1", {"Operations": []})
groups.send("DELETE", "/t-1")
