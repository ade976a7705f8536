from enum import Enum

import requests


class Shown:
    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return "https://api.attio.com/v2" + self.path


class Both:
    def __str__(self):
        return "https://api.attio.com/v2/tasks"

    def __repr__(self):
        return "https://api.attio.com/v2/lists"


class Kind(Enum):
    NOTES = "notes"

    def __str__(self):
        return self.value


def shown():
    requests.get(str(Shown("/notes")))  # call: GET /v2/notes
    requests.get(f"{Shown('/meetings')}")  # call: GET /v2/meetings
    requests.get("%r" % Shown("/webhooks"))  # call: GET /v2/webhooks
    requests.get("{}".format(Shown("/objects")))  # call: GET /v2/objects


def both():
    requests.get("%s" % Both())  # call: GET /v2/tasks
    requests.get("%r" % (Both(),))  # call: GET /v2/lists
    requests.get(repr(Both()))  # call: GET /v2/lists
    requests.get(f"{Both()!r}")  # call: GET /v2/lists
    requests.get(str(Both()))  # call: GET /v2/tasks


def of_an_enum():
    requests.get("https://api.attio.com/v2/%s" % Kind.NOTES)  # call: GET /v2/notes
