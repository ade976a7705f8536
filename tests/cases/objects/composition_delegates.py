"""A service holds a client and delegates."""
import requests


class Client:
    BASE = "https://api.attio.com/v2"

    def post(self, path, body):
        return requests.post(self.BASE + path, json=body)


class Notifier:
    def __init__(self):
        self.client = Client()
        self.create = self.client.post

    def note(self, body):
        self.client.post("/notes", body)  # call: POST /v2/notes
        post = self.client.post
        post("/tasks", body)  # call: POST /v2/tasks
        self.create("/comments", body)  # call: POST /v2/comments
