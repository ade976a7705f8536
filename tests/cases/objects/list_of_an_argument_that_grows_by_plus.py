"""`+=` with a list adds to the list that a caller gave, and to the one that an object holds."""

import requests


def add(parts, name):
    parts += [name]


def main():
    parts = ["https://api.attio.com/v2"]
    add(parts, "objects")
    add(parts, "people")
    requests.get("/".join(parts), timeout=5)  # call: GET /v2/objects/{object}


def others():
    parts = ["https://api.hubapi.com"]
    add(parts, "objects")
    requests.get("/".join(parts), timeout=5)


class Query:
    def __init__(self):
        self.parts = ["https://api.attio.com/v2"]

    def at(self, name):
        self.parts += [name]
        return self

    def get(self):
        return requests.get("/".join(self.parts), timeout=5)  # call: GET /v2/notes | GET /v2/objects/{object}


Query().at("notes").get()
Query().at("objects").at("people").get()
