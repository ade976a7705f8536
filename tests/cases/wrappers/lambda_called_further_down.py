"""A lambda or nested function that another function calls, one or two calls further down, holds what its own function was given."""
import requests

BASE = "https://api.attio.com/v2"


class Retry:
    def run(self, fn):
        return self._once(fn)

    def _once(self, fn):
        return fn()


class Client:
    def __init__(self):
        self.retry = Retry()

    def call(self, method, path):
        url = BASE + path
        return self.retry.run(lambda: self._send(method, url))

    def _send(self, method, url):
        return requests.request(method, url)


def guarded(path):
    def send():
        return requests.get(BASE + path)

    return Retry().run(send)


Client().call("GET", "/lists")  # call: GET /v2/lists
Client().call("POST", "/notes")  # call: POST /v2/notes
guarded("/tasks")  # call: GET /v2/tasks
