"""A function changes what it was given between two calls that use it."""

import requests


class Client:
    def __init__(self) -> None:
        self.verb = "GET"
        self.base = "https://api.attio.com/v2"

    def send(self, path: str):
        return requests.request(self.verb, self.base + path, timeout=5)


def job(client) -> None:
    client.send("/notes")  # call: GET /v2/notes
    client.verb = "POST"
    client.send("/tasks")  # with the verb of its line in `main`
    client.verb = "GET"


def perhaps(client, write: bool) -> None:
    client.send("/self")  # call: GET /v2/self
    if write:
        client.verb = "POST"
    client.send("/webhooks")  # call: GET /v2/webhooks
    client.verb = "GET"


def elsewhere(client) -> None:
    client.base = "https://api.hubapi.com"
    client.send("/contacts")
    client.base = "https://api.attio.com/v2"
    client.send("/lists")  # call: GET /v2/lists


class Holder:
    def __init__(self, client) -> None:
        self.client = client

    def run(self) -> None:
        self.client.base = "https://api.attio.com/v2/objects"
        self.client.send("/people")
        self.client.base = "https://api.hubapi.com"
        self.client.send("/people")


def main(write: bool) -> None:
    job(Client())  # call: POST /v2/tasks
    perhaps(Client(), write)  # call: POST /v2/webhooks
    elsewhere(Client())
    Holder(Client()).run()  # call: GET /v2/objects/{object}
