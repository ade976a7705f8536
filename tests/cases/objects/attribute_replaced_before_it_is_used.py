import requests


class Client:
    def __init__(self):
        self.base = "https://api.example.org"
        self.base = "https://api.attio.com/v2"
        self.verb = "GET"

    def note(self, key):
        return requests.get(f"{self.base}/notes/{key}")  # call: GET /v2/notes/{note_id}


class Hub:
    def __init__(self):
        self.base = "https://api.attio.com/v2"
        self.base = "https://api.hubapi.com"

    def contact(self, key):
        return requests.get(f"{self.base}/notes/{key}")


Client().note("1")
Hub().contact("1")
