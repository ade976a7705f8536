"""The service gets its client by the constructor; `Notifier(client)` says which."""
import requests


class Attio:
    def post(self, path, body):
        return requests.post("https://api.attio.com/v2" + path, json=body)


class Teams:
    def post(self, path, body):
        return requests.post("https://graph.microsoft.com" + path, json=body)


class Notifier:
    def __init__(self, client):
        self.client = client

    def note(self, body):
        return self.client.post("/notes", body)  # call: POST /v2/notes


class ChatNotifier:
    def __init__(self, client):
        self.client = client

    def note(self, body):
        return self.client.post("/notes", body)


Notifier(Attio()).note({})
ChatNotifier(Teams()).note({})
