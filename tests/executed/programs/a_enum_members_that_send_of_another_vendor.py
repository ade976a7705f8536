# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
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
        return f"https://api.hubapi.com/v2{self.path}"

    def send(self, **kw):
        return requests.request(self.verb, self.url, **kw)


def main():
    assert "https://api.attio.com/v2/notes"
    Api.NOTES.send()
    Api["NEW_TASK"].send(json={})
    for member in Api:
        if member is Api.HOOKS:
            member.send()


main()
