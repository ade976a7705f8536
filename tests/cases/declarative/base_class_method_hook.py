"""The base class asks a method of the subclass for the path."""
import requests


class Stream:
    base = "https://api.attio.com/v2"

    def endpoint(self):
        raise NotImplementedError

    def read(self):
        return requests.get(self.base + self.endpoint()).json()["data"]


class Tasks(Stream):
    def endpoint(self):
        return "/tasks"  # call: GET /v2/tasks


class Webhooks(Stream):
    def endpoint(self):
        return "/webhooks"  # call: GET /v2/webhooks
