"""A method that is called through its class has for its `self` what it is given, of whichever class that is."""
import requests


class Api:
    base = "https://api.attio.com/v2"

    def get(self, path):
        return requests.get(self.base + path)

    @staticmethod
    def ask(one, path):
        return requests.get(one.base + path)


class Objects:
    base = "https://api.attio.com/v2/objects"


class Other:
    def __init__(self):
        self.base = "https://api.hubapi.com"


def main():
    Api.get(Api(), "/notes")  # call: GET /v2/notes
    Api.get(Objects(), "/people")  # call: GET /v2/objects/{object}
    Api.ask(Objects(), "/companies")  # call: GET /v2/objects/{object}
    Api.get(Other(), "/people")
