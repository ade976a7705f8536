"""The fields of an object as a row, in their order and backwards."""
from dataclasses import astuple, dataclass

import requests


@dataclass
class Route:
    url: str
    verb: str = "GET"


@dataclass
class Pair:
    first: Route
    label: str


def backwards():
    requests.request(*reversed(astuple(Route("https://api.attio.com/v2/notes", "POST"))))  # call: POST /v2/notes


def unpacked():
    url, verb = astuple(Route("https://api.attio.com/v2/tasks"))
    requests.request(verb, url)  # call: GET /v2/tasks


def nested():
    (url, verb), _ = astuple(Pair(Route("https://api.attio.com/v2/lists"), "all"))
    requests.request(verb, url)  # call: GET /v2/lists


def elsewhere():
    requests.request(*reversed(astuple(Route("https://api.example.com/v2/notes"))))
