"""What a generator or context manager yields under a test of its argument, for callers that decide it."""
from contextlib import contextmanager

import requests

V2 = "https://api.attio.com/v2"


class Dry:
    def request(self, *args):
        print(args)


@contextmanager
def client(dry=False):
    if dry:
        yield Dry()
        return
    with requests.Session() as session:
        yield session


@contextmanager
def base(local):
    if local:
        yield "http://localhost"
    else:
        yield V2


def paths(full):
    yield "/notes"
    if not full:
        return
    yield "/tasks"


def main(unknown):
    with client(dry=True) as dry:
        dry.request("DELETE", V2 + "/tasks/1")
    with client(dry=False) as real:
        real.request("DELETE", V2 + "/notes/1")  # call: DELETE /v2/notes/{note_id}
    with base(True) as address:
        requests.get(address + "/lists")
    with base(False) as address:
        requests.get(address + "/lists")  # call: GET /v2/lists
    for path in paths(False):
        requests.get(V2 + path)  # call: GET /v2/notes
    for path in paths(True):
        requests.post(V2 + path)  # call: POST /v2/notes | POST /v2/tasks
    for path in paths(unknown):
        requests.get(V2 + path)  # call: GET /v2/notes | GET /v2/tasks
    requests.get(V2 + "/" + str(object="self"))  # call: GET /v2/self
