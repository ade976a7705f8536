"""A table of bound methods."""
import requests


class Attio:
    def __init__(self):
        self.s = requests.Session()
        self.handlers = {"GET": self.s.get, "POST": self.s.post}

    def call(self, verb, path, **kwargs):
        return self.handlers[verb]("https://api.attio.com/v2" + path, **kwargs)

    def go(self):
        self.call("POST", "/tasks")  # call: POST /v2/tasks
        self.call("GET", "/tasks")  # call: GET /v2/tasks
