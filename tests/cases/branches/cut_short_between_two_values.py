"""A body may be cut short at any call in it: who goes on finds what was there then, and not only what was there before and at its end."""
import contextlib

import requests
from elsewhere import risky

BASE = "https://api.attio.com/v2"


def handled():
    path = "/notes"
    try:
        path = "/tasks"
        risky()
        path = "/lists"
        risky()
    except ValueError:
        requests.get(BASE + path)  # call: GET /v2/lists | GET /v2/notes | GET /v2/tasks


def swallowed():
    path = "/notes"
    with contextlib.suppress(ValueError):
        path = "/tasks"
        risky()
        path = "/lists"
    requests.get(BASE + path)  # call: GET /v2/lists | GET /v2/notes | GET /v2/tasks


def within(one, rows):
    path = "/notes"
    try:
        if one:
            path = "/self"
            risky()
            path = "/objects"
        for row in rows:
            path = "/tasks"
            risky(row)
            path = "/lists"
        risky()
        path = "/meetings"
    except ValueError:
        requests.get(BASE + path)  # call: GET /v2/lists | GET /v2/meetings | GET /v2/notes | GET /v2/objects | GET /v2/self | GET /v2/tasks


class Client:
    def __init__(self):
        self.verb = "GET"

    def send(self):
        try:
            self.verb = "PATCH"
            risky()
            self.verb = "DELETE"
        finally:
            requests.request(self.verb, BASE + "/tasks/1")  # call: DELETE /v2/tasks/{task_id} | GET /v2/tasks/{task_id} | PATCH /v2/tasks/{task_id}


def nothing_may_raise():
    # near miss: nothing is called between the two
    path = "/notes"
    try:
        risky()
        other = "/tasks"
        other = "/lists"
        path = other
        risky()
    except ValueError:
        requests.get(BASE + path)  # call: GET /v2/lists | GET /v2/notes


def not_in_the_body():
    # near miss: what the body leaves at its end, without an exception
    path = "/notes"
    try:
        path = "/tasks"
        risky()
        path = "/lists"
    except ValueError:
        return
    requests.get(BASE + path)  # call: GET /v2/lists
