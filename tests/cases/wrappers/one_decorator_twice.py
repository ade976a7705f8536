"""The same decorator of the project stands on a function, a method and a class's method twice, and is a class once."""
import functools

import requests

BASE = "https://api.attio.com/v2"


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


class Counted:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args):
        return self.function(*args)


@logged
@logged
def get(path):
    return requests.get(BASE + path)


@Counted
@Counted
def post(path):
    return requests.post(BASE + path, json={})


class Client:
    @logged
    @logged
    @logged
    def drop(self, path):
        return requests.delete(BASE + path)

    @logged
    def show(self, path):
        return requests.get(BASE + path)


get("/notes")  # call: GET /v2/notes
post("/tasks")  # call: POST /v2/tasks
Client().drop("/webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}
Client().show("/lists")  # call: GET /v2/lists
