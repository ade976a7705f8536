# sends: GET /v2/notes, GET /v2/webhooks, POST /v2/tasks
from enum import Enum
import requests


class Api(Enum):
    NOTES = ("GET", "/notes")
    NEW_TASK = ("POST", "/tasks")
    HOOKS = ("GET", "/webhooks")

    def __init__(self, verb, path):
        self.verb = verb
        self.path = path

    @property
    def url(self):
        return f"https://api.attio.com/v2{self.path}"

    def send(self, **kw):
        return requests.request(self.verb, self.url, **kw)


def main():
    Api.NOTES.send()
    Api["NEW_TASK"].send(json={})
    for member in Api:
        if member is Api.HOOKS:
            member.send()


main()
