"""Two things that are calculated from one argument are two values: what a test says of one says nothing of the other."""
import requests

BASE = "https://api.attio.com/v2"


def sync(number):
    kind = "/tasks" if number - 1 > 0 else "/notes"
    verb = "GET" if number - 2 == 0 else "POST"
    if number - 4 == 0:
        return requests.request(verb, BASE + kind)  # call: GET /v2/notes | GET /v2/tasks | POST /v2/notes | POST /v2/tasks


def same(number):
    """The same variable is the same value."""
    if number == 0:
        verb = "GET"
    else:
        verb = "POST"
    if number == 0:
        requests.request(verb, BASE + "/lists")  # call: GET /v2/lists


sync(4)
same(1)
