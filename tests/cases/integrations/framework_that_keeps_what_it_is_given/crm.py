"""What comes back from the framework is what was handed over."""

import requests

from framework.context import Context, Fluent, swapped


class Attio:
    base = "https://api.attio.com/v2"

    def get(self, path):
        return requests.get(self.base + path, timeout=10)


class Finder(Fluent):
    def find(self):
        return requests.get("https://api.attio.com/v2" + self.path, timeout=10)


def through_context():
    context = Context()
    context.keep("crm", Attio())
    return context.kept("crm").get("/self")  # call: GET /v2/self


def through_function():
    _, client = swapped(Attio(), "other")
    return client.get("/webhooks")  # call: GET /v2/webhooks


def found():
    Finder().at("/notes").find()  # call: GET /v2/notes
    return Finder().copied().find()  # call: GET /v2/lists
