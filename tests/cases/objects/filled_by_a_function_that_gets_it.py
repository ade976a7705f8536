"""A function that fills a mapping or an object fills its caller's."""
from types import SimpleNamespace

import requests


def locate(options, tail):
    options["url"] = "https://api.attio.com/v2/" + tail
    options.setdefault("method", "GET")


def point(ask, tail):
    ask.url = "https://api.attio.com/v2/" + tail


def mapping():
    options = {}
    locate(options, "threads")
    return requests.request(**options)  # call: GET /v2/threads


def item():
    options = {"method": "DELETE"}
    locate(options, "files/1")
    return requests.request(options["method"], options["url"])  # call: DELETE /v2/files/{file_id}


def obj():
    ask = SimpleNamespace(url=None)
    point(ask, "emails")
    return requests.get(ask.url)  # call: GET /v2/emails
