"""A copy of an object is an object of its own: what is set on it is not set on the other."""
import copy
from dataclasses import dataclass, replace

import requests

BASE = "https://api.attio.com/v2"


@dataclass(frozen=True)
class Request:
    path: str = ""
    verb: str = "GET"

    def at(self, path):
        return replace(self, path=self.path + path)

    def by(self, verb):
        return replace(self, verb=verb)

    def send(self):
        return requests.request(self.verb, BASE + self.path)


Request().at("/notes").send()  # call: GET /v2/notes
Request().at("/tasks").at("/1").by("DELETE").send()  # call: DELETE /v2/tasks/{task_id}


class Client:
    def __init__(self):
        self.base = BASE

    def at(self, base):
        other = copy.copy(self)
        other.base = base
        return other

    def get(self, path):
        return requests.get(self.base + path)


def moved(client, base):
    other = copy.copy(client)
    other.base = base
    return other


client = Client()
client.at(client.base + "/objects").get("/people")  # call: GET /v2/objects/{object}
moved(client, BASE + "/lists").get("/pipeline")  # call: GET /v2/lists/{list}
client.at("https://api.example.com").get("/people")
client.get("/self")  # call: GET /v2/self
