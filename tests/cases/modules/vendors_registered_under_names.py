"""Several vendors behind one registry: each is had by the name that it was given."""
import requests

_clients = {}


class Client:
    def __init__(self, base):
        self.base = base

    def get(self, path):
        return requests.get(self.base + path)


class Registry:
    def __init__(self):
        self.items = {}

    def add(self, name, client):
        self.items[name] = client
        return self

    def get(self, name):
        return self.items[name]


def register(name, client=None, factory=None):
    _clients[name] = client if client is not None else factory()


def client(name):
    return _clients[name]


def late(name, path):
    paths = {"a": "/lists", "b": "/self"}
    paths[name] = path
    requests.get("https://api.attio.com/v2" + paths["b"])  # call: GET /v2/self


registry = Registry()
registry.add("crm", Client("https://api.attio.com/v2")).add("mail", Client("https://api.example.com"))
register("crm", factory=lambda: Client("https://api.attio.com/v2"))
register("mail", Client("https://api.example.com"))


def main():
    client("mail").get("/notes")
    client("crm").get("/notes")  # call: GET /v2/notes
    registry.get("mail").get("/tasks")
    registry.get("crm").get("/tasks")  # call: GET /v2/tasks
    late("b", "/lists")  # call: GET /v2/lists
