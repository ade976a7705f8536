"""One for all, made by whoever asks first, who gives the address; all others give none."""
import os

import requests


class Connection:
    def __init__(self, url):
        self.url = url

    def get(self, path):
        return requests.get(self.url + path)  # never told here: whoever calls says the path


class OfTheClass:
    _one = None

    @classmethod
    def get(cls, url=None):
        if cls._one is None:
            cls._one = Connection(url)
        return cls._one


class OfTheObject:
    one = None

    def get(self, url=None):
        if self.one is None:
            self.one = Connection(url)
        return self.one


holder = OfTheObject()
send = None


def of_the_function(url=None):
    if not hasattr(of_the_function, "one"):
        of_the_function.one = Connection(url)
    return of_the_function.one


def closed_over(url):
    global send

    def to(path):
        return requests.delete(url + path)

    send = to


def in_the_environment(url):
    os.environ["CRM_ADDRESS"] = url
    os.environ.setdefault("CRM_OTHER", "x" if not url else "y")


def work():
    OfTheClass.get().get("/notes")  # call: GET /v2/notes
    holder.get().get("/tasks")  # call: GET /v2/tasks
    of_the_function().get("/lists")  # call: GET /v2/lists
    send("/notes/1")  # call: DELETE /v2/notes/{note_id}
    requests.get(os.environ["CRM_ADDRESS"] + "/self")  # call: GET /v2/self
    requests.get(os.environ["CRM_OTHER"] + "/self")


def start():
    root = "https://api.attio.com/v2"
    OfTheClass.get(root)
    holder.get(root)
    of_the_function(root)
    closed_over(root)
    in_the_environment(root)
    work()


start()
