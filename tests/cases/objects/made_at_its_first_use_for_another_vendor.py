"""One for all, made by whoever asks first; the other one, of the same class, is Attio's."""
import requests


class Connection:
    def __init__(self, url):
        self.url = url


class Theirs:
    _one = None

    @classmethod
    def get(cls, url=None):
        if cls._one is None:
            cls._one = Connection(url)
        return cls._one


class Ours:
    _one = None

    @classmethod
    def get(cls, url=None):
        if cls._one is None:
            cls._one = Connection(url)
        return cls._one


def work():
    requests.get(Theirs.get().url + "/notes")
    requests.get(Ours.get().url + "/tasks")  # call: GET /v2/tasks


Theirs.get("https://api.example.com/v2")
Ours.get("https://api.attio.com/v2")
work()
