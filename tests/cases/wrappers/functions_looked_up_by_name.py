import sys

import requests

V2 = "https://api.attio.com/v2"


def add_note(body):
    return requests.post(f"{V2}/notes", json=body)  # call: POST /v2/notes


def add_task(body):
    return requests.post(f"{V2}/tasks", json=body)  # call: POST /v2/tasks


class Tools:
    def find(self, text):
        return requests.post(f"{V2}/objects/people/records/query", json={"q": text})  # call: POST /v2/objects/{object}/records/query

    def whoami(self):
        return requests.get(f"{V2}/self")  # call: GET /v2/self


def by_module(name, arguments):
    return getattr(sys.modules[__name__], name)(**arguments)


def by_globals(name, arguments):
    return globals()[name](**arguments)


def by_object(name, arguments):
    return getattr(Tools(), name)(**arguments)
