"""Mixins use a request method that another base class gives."""
import requests


class NotesMixin:
    def notes(self):
        return self._call("GET", "/notes")  # call: GET /v2/notes


class TasksMixin:
    def create_task(self, data):
        return self._call("POST", "/tasks", json={"data": data})  # call: POST /v2/tasks


class Core:
    root = "https://api.attio.com/v2"

    def _call(self, method, path, **kwargs):
        return requests.request(method, f"{self.root}{path}", **kwargs)


class Attio(NotesMixin, TasksMixin, Core):
    pass
