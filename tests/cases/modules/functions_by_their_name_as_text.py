import sys

import requests

BASE = "https://api.attio.com/v2"


def notes(base):
    return requests.get(base + "/notes")  # call: GET /v2/notes


def tasks(base):
    return requests.get(base + "/tasks")  # call: GET /v2/tasks


def lists(base, path):
    return requests.get(base + path)


def vendor(base):
    # near miss: it is called with another host alone
    return requests.get(base + "/crm")


def main(text):
    getattr(sys.modules[__name__], "notes")(BASE)
    eval("tasks")(BASE)
    exec("lists(BASE, path='/lists')")  # call: GET /v2/lists
    eval("vendor")("https://api.hubapi.com")
    eval(text)
