"""What functions set for all, one after another: a name of a module, an attribute of a class, or of an object that is there for all."""
from contextlib import contextmanager

import conf
import requests
import work

ATTIO = "https://api.attio.com/v2"
HUB = "https://api.hubapi.com"
BASE = HUB
VERB = "GET"


def get(path):
    return requests.get(BASE + path)


def call(path):
    return requests.request(VERB, ATTIO + path)


def use(base):
    global BASE
    BASE = base


def hub():
    global BASE
    BASE = HUB


@contextmanager
def attio():
    global BASE
    before = BASE
    BASE = ATTIO
    try:
        yield
    finally:
        BASE = before


def post_if(wanted):
    global VERB
    if wanted:
        VERB = "POST"


class Settings:
    base = ""
    verb = "GET"


def by_settings(path):
    return requests.request(Settings.verb, Settings.base + path)


class Client:
    verb = "GET"

    def __init__(self):
        self.base = ATTIO

    def send(self, path):
        return requests.request(self.verb, self.base + path)


client = Client()


def main():
    get("/notes")
    use(ATTIO)
    get("/notes")  # call: GET /v2/notes
    hub()
    get("/tasks")
    with attio():
        get("/tasks")  # call: GET /v2/tasks
    get("/lists")
    call("/lists")  # call: GET /v2/lists
    post_if(True)
    call("/lists")  # call: POST /v2/lists
    Settings.base = ATTIO
    by_settings("/notes")  # call: GET /v2/notes
    Settings.verb = "POST"
    by_settings("/tasks")  # call: POST /v2/tasks
    Settings.base = HUB
    by_settings("/lists")
    client.send("/webhooks")  # call: GET /v2/webhooks
    client.verb = "POST"
    client.send("/webhooks")  # call: POST /v2/webhooks
    client.base = HUB
    client.send("/notes")
    conf.ADDRESS = ATTIO
    requests.get(conf.url("/objects"))  # call: GET /v2/objects
    conf.ADDRESS = HUB
    requests.get(conf.url("/lists"))
    work.fetch("/notes")  # call: GET /v2/notes
    conf.VERB = "POST"
    work.fetch("/tasks")  # call: POST /v2/tasks


main()
