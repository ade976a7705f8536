import requests


class Client:
    def __init__(self, base):
        self.base = base

    def get(self, tail):
        return requests.get(self.base + tail)


def make(base):
    client = Client(base)
    return client


attio, hubspot = make("https://api.attio.com/v2"), make("https://api.hubapi.com")
attio.get("/notes")  # call: GET /v2/notes
hubspot.get("/notes")
attio.get("/tasks")  # call: GET /v2/tasks
