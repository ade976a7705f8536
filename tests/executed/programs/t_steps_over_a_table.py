# sends: GET /v2/notes
# calls: 1
import requests


def address(found):
    found["base"] = "https://api.attio.com/v2"


def route(found):
    found["url"] = found["base"] + "/notes"


def send(found):
    requests.get(found["url"])


found = {}
for step in (address, route, send):
    step(found)
