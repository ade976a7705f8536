"""A value that moves on by one variable in each round gets to where it is sent after more rounds than are told apart."""

import requests


def rotate(times: int) -> None:
    a = b = c = d = e = f = g = h = None
    for _ in range(times):
        if h:
            requests.get(h + "/notes", timeout=5)  # unresolved: a loop changes the text in each round
        h, g, f, e, d, c, b, a = g, f, e, d, c, b, a, "https://api.attio.com/v2"


def rotate_the_other_vendor_s(times: int) -> None:
    a = b = c = d = e = f = g = h = None
    for _ in range(times):
        if h:
            requests.get(h + "/notes", timeout=5)
        h, g, f, e, d, c, b, a = g, f, e, d, c, b, a, "https://api.hubapi.com"


def few(times: int) -> None:
    a = b = None
    for _ in range(times):
        if b:
            requests.get(b + "/tasks", timeout=5)  # call: GET /v2/tasks
        b, a = a, "https://api.attio.com/v2"
