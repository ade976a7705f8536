# sends: GET /v2/notes
import requests


def address(found):
    found["url"] = "https://api.attio.com/v2/notes"


def send(found):
    requests.get(found["url"])


HANDLERS = {"address": address, "send": send}
found = {}
for kind in ("address", "send"):
    HANDLERS[kind](found)
