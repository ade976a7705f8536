"""The address is set on one object; the other of the class keeps another vendor's."""
import requests


class Client:
    base = "https://api.hubapi.com"

    def notes(self):
        return requests.get(self.base + "/notes")  # call: GET /v2/notes


def attio():
    client = Client()
    client.base = "https://api.attio.com/v2"
    client.notes()


def hubspot():
    Client().notes()
    other = Client()
    other.base = "https://api.hubapi.com/v4"
    requests.get(other.base + "/contacts")
