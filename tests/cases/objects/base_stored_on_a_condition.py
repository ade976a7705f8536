"""The class has a base, and a constructor or a method may store another: both are possible, and neither is lost."""
import httpx
import requests


class Mixin:
    def __init__(self, *args, base=None, **kwargs):
        super().__init__(*args, **kwargs)
        if base:
            self.base = base


class Attio(Mixin):
    base = "https://api.attio.com/v2"

    def __init__(self):
        super().__init__()
        self.http = httpx.Client()

    def send(self, verb, path):
        return self.http.request(verb, self.base + path)

    def lists(self):
        return self.send("GET", "/lists")  # call: GET /v2/lists


class Switched:
    base = "https://api.attio.com/v2"

    def use_sandbox(self):
        self.base = "https://sandbox.example.com/v2"

    def use(self, base):
        self.base = base

    def notes(self):
        return requests.get(self.base + "/notes")  # call: GET /v2/notes


class Other(Mixin):
    base = "https://api.example.com/v2"

    def lists(self):
        return requests.get(self.base + "/lists")


Attio().send("GET", "/tasks")  # call: GET /v2/tasks
Other().lists()
Switched().use_sandbox()
