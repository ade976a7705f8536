"""Dispatch on the verb by getattr on the session."""
import requests


class Attio:
    def __init__(self):
        self.session = requests.Session()

    def _do(self, verb, path, **kwargs):
        handler = getattr(self.session, verb.lower())
        return handler("https://api.attio.com/v2" + path, **kwargs)

    def note(self, data):
        return self._do("POST", "/notes", json=data)  # call: POST /v2/notes

    def task(self, task_id):
        return self._do("delete", f"/tasks/{task_id}")  # call: DELETE /v2/tasks/{task_id}
