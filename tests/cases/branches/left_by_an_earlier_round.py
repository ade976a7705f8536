"""What one round of a loop over known items leaves is there in every later one, whichever item that is at."""

import requests

BASE = "https://api.attio.com/v2"


def pairs() -> None:
    last = ""
    for path in ("/objects", "/people"):
        if last:
            requests.get(BASE + last + path, timeout=5)  # call-or-unresolved: GET /v2/objects/{object}
        last = path


def address(found: dict[str, str]) -> None:
    found["base"] = BASE


def route(found: dict[str, str]) -> None:
    found["url"] = found["base"] + "/notes"


def send(found: dict[str, str]) -> None:
    requests.get(found["url"], timeout=5)


def steps() -> None:
    found: dict[str, str] = {}
    for step in (address, route, send):
        step(found)  # call: GET /v2/notes


def correlated() -> None:
    for verb, path in (("POST", "/notes"), ("GET", "/self")):
        requests.request(verb, BASE + path, timeout=5)  # call: GET /v2/self | POST /v2/notes
