import requests

BASE = "https://api.attio.com/v2"


class Shared:
    _state = {}

    def __init__(self):
        self.__dict__ = self._state

    def to(self, base):
        self.base = base

    def get(self, path):
        return requests.get(self.base + path)


class Given:
    _state = {"base": BASE}

    def __init__(self):
        self.__dict__ = Given._state

    def get(self, path):
        return requests.get(self.base + path)


class ByNew:
    _state = {}

    def __new__(cls):
        made = super().__new__(cls)
        made.__dict__ = cls._state
        return made

    def get(self, path):
        return requests.get(self.base + path)


class Own:
    base = "https://api.hubapi.com"

    def get(self, path):
        return requests.get(self.base + path)


def main():
    Shared().to(BASE)
    Shared().get("/notes")  # call: GET /v2/notes
    Given().get("/tasks")  # call: GET /v2/tasks
    made = ByNew()
    made.base = BASE
    ByNew().get("/lists")  # call: GET /v2/lists


def elsewhere():
    # near miss: each object has its own
    own = Own()
    own.base = BASE
    Own().get("/notes")
