"""The verb as a Literal, an enum or a constant, with a default; the path as Path, URL or text."""
from http import HTTPMethod
from typing import Literal

import httpx

Verb = Literal["GET", "POST", "PATCH", "DELETE"]
GET, POST = "GET", "POST"


class Client:
    def __init__(self):
        self.http = httpx.Client(base_url="https://api.attio.com/v2")

    def call(self, path: str, verb: Verb = "GET", *, json: dict | None = None):
        return self.http.request(verb, path, json=json)

    def call2(self, path: str, verb: HTTPMethod = HTTPMethod.GET):
        return self.http.request(verb.value, path)

    def call3(self, path: str, verb: str = GET):
        return self.http.request(verb, path)


c = Client()
c.call("/lists")  # call: GET /v2/lists
c.call("/notes", "POST", json={})  # call: POST /v2/notes
c.call2("/tasks")  # call: GET /v2/tasks
c.call2("/tasks/1", HTTPMethod.DELETE)  # call: DELETE /v2/tasks/{task_id}
c.call3("/objects")  # call: GET /v2/objects
c.call3("/webhooks", POST)  # call: POST /v2/webhooks
