"""A class puts the address together, a function of a library without a model sends it."""
import os

from acme.http import fetch_all, request_json


class Crm:
    def __init__(self, base):
        self.base = base

    def notes(self):
        return request_json(method="GET", url=self.base + "/notes")  # call: GET /v2/notes

    def add_task(self):
        return request_json("POST", f"{self.base}/tasks", body={})  # call: POST /v2/tasks

    def lists(self):
        return fetch_all(f"{self.base}/lists")  # unresolved: "acme.http.fetch_all"


class HubSpot:
    def __init__(self, base):
        self.base = base

    def notes(self):
        return request_json(method="GET", url=self.base + "/notes")


def call(path, method="GET"):
    return request_json(method=method, url="https://api.attio.com/v2" + path)


Crm("https://api.attio.com/v2").notes()
HubSpot("https://api.hubapi.com/v2").notes()
call("/self")  # call: GET /v2/self
call("/notes", "POST")  # call: POST /v2/notes
request_json(method="DELETE", url=f"{os.environ['ATTIO_API_URL']}/notes/1")  # call: DELETE /v2/notes/{note_id}
request_json(method="DELETE", url=f"{os.environ['HUBSPOT_API_URL']}/notes/1")
