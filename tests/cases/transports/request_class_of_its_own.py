"""Request objects of classes that derive from a library's: the URL goes up to the library, the method may be a method of theirs."""
from urllib.request import Request, urlopen

import requests

ROOT = "https://api.attio.com/v2"


class Patch(Request):
    def get_method(self):
        return "PATCH"


class Crm(Request):
    def __init__(self, path, verb="GET", **options):
        super().__init__(ROOT + path, **options)
        self.verb = verb

    def get_method(self):
        return self.verb


class Post(requests.Request):
    def __init__(self, path, root=ROOT):
        super().__init__("POST", root + path)


class Plain(Request):
    pass


def main():
    urlopen(Patch(ROOT + "/tasks/1", data=b"{}"))  # call: PATCH /v2/tasks/{task_id}
    urlopen(Crm("/notes"))  # call: GET /v2/notes
    urlopen(Crm("/webhooks", verb="POST", data=b"{}"))  # call: POST /v2/webhooks
    urlopen(Plain(ROOT + "/self"))  # call: GET /v2/self
    urlopen(Plain("https://api.example.com/v2/self"))
    session = requests.Session()
    session.send(Post("/notes").prepare())  # call: POST /v2/notes
    session.send(session.prepare_request(Post("/tasks")))  # call: POST /v2/tasks
    session.send(Post("/tasks", "https://api.example.com").prepare())
