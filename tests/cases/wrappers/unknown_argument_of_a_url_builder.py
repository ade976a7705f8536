"""A function that only builds the URL is given something that nobody can know: the request is unresolved, and not silent."""
import sys

import requests

BASE = "https://api.attio.com/v2"


def url(path):
    return BASE + path


def record(kind, key):
    return f"{BASE}/{kind}/{key}"


def request_of(path):
    return {"method": "GET", "url": BASE + path}


def typed():
    path = input()
    return requests.get(url(path))  # unresolved: the result of `input()`


def linked():
    return requests.get(url(requests.get("https://example.com").json()["path"]))  # unresolved: a value from a response


def rows():
    for row in open("keys"):
        requests.delete(record("notes", row))  # call: DELETE /v2/notes/{note_id}
        requests.delete(record(row, "x"))  # unresolved


def packed():
    return requests.request(**request_of(sys.argv[1]))  # unresolved


def handed_on(path):
    return requests.get(url(path))


class Client:
    def _url(self, path):
        return BASE + path

    def first(self):
        return requests.get(self._url(input()))  # unresolved: the result of `input()`

    def send(self, path):
        return requests.post(self._url(path))

    def other(self):
        return self.send(input())  # unresolved: the result of `input()`


handed_on("/lists")  # call: GET /v2/lists
