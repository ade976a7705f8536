"""What is spread is not known: what is written beside it is not all there is."""
import requests


def run(extra):
    for path in {**extra, "me": "/self"}.values():
        requests.get("https://api.attio.com/v2" + path)  # unresolved


def run_known_key(extra):
    table = {**extra, "me": "/self"}
    return requests.get("https://api.attio.com/v2" + table["me"])  # call: GET /v2/self
