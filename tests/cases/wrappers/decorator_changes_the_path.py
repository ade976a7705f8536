import functools

import requests


def with_base(function):
    @functools.wraps(function)
    def inner(tail, **more):
        return function("https://api.attio.com/v2" + tail, **more)

    return inner


def slashed(function):
    def inner(verb, path):
        return function(verb.upper(), "/" + path.lstrip("/"))

    return inner


@with_base
def get(url, **more):
    return requests.get(url, **more)


@slashed
def send(verb, path):
    return requests.request(verb, "https://api.attio.com/v2" + path)


get("/notes")  # call: GET /v2/notes
send("delete", "tasks/1")  # call: DELETE /v2/tasks/{task_id}
