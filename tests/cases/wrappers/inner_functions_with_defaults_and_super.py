"""Functions within functions: defaults as they were where each was made, and `super` of the method around them."""

import os

import requests

os.environ["CRM_BASE"] = "https://api.attio.com/v2"


class Session(requests.Session):
    def request(self, method: str, url: str, **more):
        def attempt():
            return super(Session, self).request(method, "https://api.attio.com/v2" + url, **more)

        return attempt()


class OtherSession(requests.Session):
    def request(self, method: str, url: str, **more):
        def attempt():
            return super(OtherSession, self).request(method, "https://api.hubapi.com" + url, **more)

        return attempt()


def main() -> None:
    Session().get("/notes")  # call: GET /v2/notes
    OtherSession().get("/notes")


def register(server) -> None:
    for kind in ("tasks", "webhooks"):

        @server.tool(name=kind)
        def fetch(kind: str = kind):
            return requests.get(f"https://api.attio.com/v2/{kind}", timeout=5)  # call: GET /v2/tasks | GET /v2/webhooks


def by_getenv() -> None:
    requests.get(os.getenv("CRM_BASE") + "/lists", timeout=5)  # call: GET /v2/lists
