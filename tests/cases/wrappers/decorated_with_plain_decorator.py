import requests

BASE = "https://api.attio.com/v2"


def logged(func):
    def inner(self, *args, **kwargs):
        print(func.__name__)
        return func(self, *args, **kwargs)

    return inner


class Client:
    @logged
    def send(self, method, path, body=None):
        return requests.request(method, BASE + path, json=body)

    @logged
    def members(self):
        return self.send("GET", "/workspace_members")  # call: GET /v2/workspace_members


Client().send("POST", "/comments", {})  # call: POST /v2/comments
