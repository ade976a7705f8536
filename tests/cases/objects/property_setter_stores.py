"""The base goes through a property setter: set in `__init__`, from outside, by a subclass; and another vendor's."""
import httpx
import requests


class Client:
    def __init__(self, base="https://api.attio.com/v2/"):
        self.base = base
        self.http = httpx.Client(base_url=self.base)

    @property
    def base(self):
        return self._base

    @base.setter
    def base(self, value):
        if not value.startswith("http"):
            raise ValueError(value)
        self._base = value.rstrip("/")

    def lists(self):
        return requests.get(self.base + "/lists", timeout=10)  # call: GET /v2/lists

    def notes(self):
        return requests.get(self._base + "/notes", timeout=10)  # call: GET /v2/notes

    def tasks(self):
        return self.http.get("/tasks")  # call: GET /v2/tasks


class Versioned:
    @property
    def host(self):
        return self._root

    @host.setter
    def host(self, value):
        self._root = f"https://{value}/v2"

    def fetch(self, path):
        return requests.get(self._root + path, timeout=10)


class Other:
    def __init__(self):
        self.base = "https://api.example.com/v2"

    @property
    def base(self):
        return self._base

    @base.setter
    def base(self, value):
        self._base = value

    def lists(self):
        return requests.get(self.base + "/lists", timeout=10)


Client().lists()
Other().lists()
ours = Versioned()
ours.host = "api.attio.com"
ours.fetch("/webhooks")  # call: GET /v2/webhooks
theirs = Versioned()
theirs.host = "api.example.com"
theirs.fetch("/webhooks")
