"""A table looked up by an argument that no caller settles: every row, and the default of `get`."""
import requests

ROOT = "https://api.attio.com/v2"


class Attio:
    PATHS = {"note": "/notes", "task": "/tasks"}

    def by_index(self, kind):
        return requests.get(ROOT + self.PATHS[kind])  # call: GET /v2/notes | GET /v2/tasks

    def by_get(self, kind):
        return requests.get(ROOT + self.PATHS.get(kind, "/lists"))  # call: GET /v2/notes | GET /v2/tasks | GET /v2/lists
