import itertools

import requests

BASE = "https://api.attio.com/v2"


def taken():
    requests.get("/".join(itertools.takewhile(lambda part: part != "end", [BASE, "lists", "end", "x"])))  # call: GET /v2/lists


def dropped():
    for path in itertools.dropwhile(lambda part: part != "/notes", ["/objects", "/notes", "/tasks"]):
        requests.get(BASE + path)  # call: GET /v2/notes | GET /v2/tasks


def accumulated():
    requests.get(list(itertools.accumulate([BASE, "/objects", "/people"]))[-1])  # call: GET /v2/objects/{object}
    parts = itertools.accumulate(["objects", "people"], lambda one, other: f"{one}/{other}", initial=BASE)
    requests.get(list(parts)[1])  # call: GET /v2/objects


def unknown(stop):
    # near miss: which are left only run time knows
    for path in itertools.takewhile(lambda part: part != stop(), ["/self", "/lists"]):
        requests.get(BASE + path)  # call: GET /v2/lists | GET /v2/self
