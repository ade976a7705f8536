"""Descriptors that give a partial, that take the name which they are bound to, that send by themselves; and those of another vendor."""
from functools import partial

import httpx


class Action:
    """Gives a partial of the client's own method; read on the class it gives itself."""

    def __init__(self, verb, path):
        self.verb, self.path = verb, path

    def __get__(self, client, owner=None):
        if client is None:
            return self
        return partial(client.send, self.verb, self.path)


class Collection:
    """Named after the attribute that it is bound to."""

    def __set_name__(self, owner, name):
        self.path = "/" + name

    def __get__(self, client, owner=None):
        return lambda: client.send("GET", self.path)


class Fetched:
    """Sends when it is read."""

    def __init__(self, path):
        self.path = path

    def __get__(self, client, owner=None):
        return client.send("GET", self.path)  # call: GET /v2/self


class Client:
    base = ""

    find_people = Action("POST", "/objects/people/records/query")
    webhooks = Collection()
    tasks = Collection()
    whoami = Fetched("/self")

    def __init__(self):
        self.http = httpx.Client(base_url=self.base)

    def send(self, verb, path, **kwargs):
        return self.http.request(verb, path, **kwargs)


class Attio(Client):
    base = "https://api.attio.com/v2"


class Hub(Client):
    base = "https://api.hubapi.com"


attio, hub = Attio(), Hub()
attio.find_people(json={})  # call: POST /v2/objects/{object}/records/query
attio.webhooks()  # call: GET /v2/webhooks
attio.tasks()  # call: GET /v2/tasks
print(attio.whoami)
hub.find_people(json={})
hub.webhooks()
print(hub.whoami)
