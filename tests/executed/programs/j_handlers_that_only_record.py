# sends: GET /v2/objects
# near: handlers of the project's decorator get a recorder with the client's method
import requests

HANDLERS = []


class Recorder:
    def __init__(self):
        self.log = []

    def send(self, verb, tail):
        self.log.append((verb, tail))


def handler(function):
    HANDLERS.append(function)
    return function


@handler
def note(crm):
    crm.send("POST", "/notes")


for each in HANDLERS:
    each(Recorder())
requests.get("https://api.attio.com/v2/objects")
