"""A partial is asked for its function and arguments, which are called with others."""
from functools import partial

import requests

read = partial(requests.request, "GET")
post_note = partial(requests.post, "https://api.attio.com/v2/notes", json={"data": {}})
elsewhere = partial(requests.post, "https://api.example.com/v2/notes")


def me():
    return read.func(*read.args, "https://api.attio.com/v2/self")  # call: GET /v2/self


def again():
    return post_note.func(*post_note.args, **post_note.keywords)  # call: POST /v2/notes


def other():
    return elsewhere.func(*elsewhere.args, **elsewhere.keywords)
