# sends: GET /v2/notes
import requests


class Request:
    def __init__(self, path):
        self.path = path
        self.found = {}


def address(request):
    request.found["base"] = "https://api.attio.com/v2"


def route(request):
    request.found["url"] = request.found["base"] + request.path


def send(request):
    requests.get(request.found["url"])


STEPS = [address, route, send]
request = Request("/notes")
for step in STEPS:
    step(request)
