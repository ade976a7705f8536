"""Functions and methods that a decorator of the project wraps, and that nobody is seen to call: what they send is settled all the same."""
from functools import wraps

import requests


def checked(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        if not args:
            raise ValueError("nothing to send")
        return function(*args, **kwargs)

    return wrapper


class Client:
    def __init__(self):
        self.session = requests.Session()
        self.base_url = "https://api.attio.com/v2"

    def post(self, path, data):
        return self.session.request("POST", f"{self.base_url}{path}", json=data)


class Vendor:
    def post(self, path, data):
        return requests.post("https://api.vendor.com" + path, json=data)


@checked
def remind(client: Client, text):
    return client.post("/tasks", {"content": text})  # call: POST /v2/tasks


@checked
def remind_elsewhere(client: Vendor, text):
    return client.post("/tasks", {"content": text})


class Notes:
    def __init__(self, client: Client, vendor: Vendor):
        self.client = client
        self.vendor = vendor

    @checked
    def write(self, text):
        return self.client.post("/notes", {"content": text})  # call: POST /v2/notes

    @checked
    def write_elsewhere(self, text):
        return self.vendor.post("/notes", {"content": text})

    @staticmethod
    @checked
    def listen(client: Client):
        return client.post("/webhooks", {})  # call: POST /v2/webhooks

    @classmethod
    @checked
    def keep(cls, client: Client):
        return client.post("/lists", {})  # call: POST /v2/lists
