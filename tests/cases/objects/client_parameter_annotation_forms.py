"""Annotations of every usual spelling."""
from typing import Annotated, Optional, Union

import requests


class Api:
    def post(self, path, body=None):
        return requests.post("https://api.attio.com/v2" + path, json=body)


def a(api: Optional[Api]):
    return api.post("/tasks")  # call: POST /v2/tasks


def b(api: Union[Api, None] = None):
    return api.post("/notes")  # call: POST /v2/notes


def c(api: Annotated[Api, "injected"]):
    return api.post("/lists")  # call: POST /v2/lists


def d(*, api: "Api"):
    return api.post("/objects")  # call: POST /v2/objects
