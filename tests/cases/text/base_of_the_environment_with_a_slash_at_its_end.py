"""A base that ends with a slash, and may be another one in the environment: what is joined to it begins without one."""

import os

import requests

BASE = os.environ.get("CRM_URL") or "https://api.attio.com/v2/"
HOST = os.getenv("ATTIO_HOST", "https://api.attio.com/")


class Attio:
    def __init__(self, root):
        self.root = root

    def request(self, method, path):
        return requests.request(method, self.root + path)


attio = Attio(BASE)
whole = Attio(HOST)


def remove(kind):
    attio.request("DELETE", f"activities/{kind}")  # call: DELETE /v2/activities/{activity}
    whole.request("GET", f"v2/activities/{kind}")  # call: GET /v2/activities/{activity}


def run():
    remove("calls")
    requests.get(BASE + "lists")  # call: GET /v2/lists
    requests.get(HOST + "v2/tasks")  # call: GET /v2/tasks
