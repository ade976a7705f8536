"""`__getattr__` that hands on to the object inside, that names a resource, and that reads a setting: with known names."""
import requests


class Throttled:
    """Every name that it has not itself is the session's."""

    def __init__(self, session):
        self._session = session

    def __getattr__(self, name):
        return getattr(self._session, name)


class Resource:
    def __init__(self, base, name):
        self.base, self.name = base, name

    def list(self):
        return requests.get(f"{self.base}/{self.name}", timeout=10)

    def drop(self, key):
        return requests.delete(f"{self.base}/{self.name}/{key}", timeout=10)


class Api:
    def __init__(self, base):
        self.base = base

    def __getattr__(self, resource):
        if resource.startswith("_"):
            raise AttributeError(resource)
        return Resource(self.base, resource)


class Settings:
    values = {"attio_base": "https://api.attio.com/v2", "slack_base": "https://slack.com/api"}

    def __getattr__(self, key):
        return self.values[key]


session = Throttled(requests.Session())
session.get("https://api.attio.com/v2/lists")  # call: GET /v2/lists
session.get("https://api.example.com/v2/lists")
attio = Api("https://api.attio.com/v2")
attio.webhooks.list()  # call: GET /v2/webhooks
attio.notes.drop("n1")  # call: DELETE /v2/notes/{note_id}
Api("https://api.example.com/v2").notes.list()
settings = Settings()
requests.get(settings.attio_base + "/tasks", timeout=10)  # call: GET /v2/tasks
requests.get(settings.slack_base + "/tasks", timeout=10)
