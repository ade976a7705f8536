from collections import namedtuple
from dataclasses import make_dataclass
from typing import NamedTuple

import requests

BASE = "https://api.attio.com/v2"


class Client(namedtuple("Client", "base session")):
    def get(self, path):
        return self.session.get(self.base + path)


Job = namedtuple("Job", ["verb", "path", "body"], defaults=[None])
Place = NamedTuple("Place", [("base", str), ("path", str)])
Made = make_dataclass("Made", ["base", ("path", str)])


class Call(namedtuple("Call", "verb, path")):
    __slots__ = ()

    def send(self):
        verb, path = self
        return requests.request(verb, BASE + path)


def derived():
    Client(BASE, requests.Session()).get("/notes")  # call: GET /v2/notes
    Call("POST", "/tasks").send()  # call: POST /v2/tasks
    Call("GET", "/x")._replace(path="/lists").send()  # call: GET /v2/lists


def plain():
    job = Job("GET", "/self")
    requests.request(job.verb, BASE + job.path, json=job.body)  # call: GET /v2/self
    verb, path, _body = Job("GET", path="/webhooks")
    requests.request(verb, BASE + path)  # call: GET /v2/webhooks
    requests.request(job[0], BASE + job[1])  # call: GET /v2/self


def others():
    place = Place(BASE, "/objects")
    requests.get(place.base + place.path)  # call: GET /v2/objects
    made = Made(BASE, path="/meetings")
    requests.get(made.base + made.path)  # call: GET /v2/meetings


def elsewhere():
    # near miss: another host
    Client("https://api.hubapi.com", requests.Session()).get("/notes")
