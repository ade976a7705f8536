"""Parts of a client that are hung on it under the names of a table, by a helper or by the annotations of its class; another vendor's too."""
import requests


class Part:
    path = "/notes"

    def __init__(self, owner):
        self.owner = owner

    def list(self):
        return self.owner.send("GET", self.path)


class Lists(Part):
    path = "/lists"


class Tasks(Part):
    path = "/tasks"


class Client:
    base = ""
    parts = {}

    def __init__(self):
        for name, part in self.parts.items():
            setattr(self, name, part(self))

    def send(self, verb, path):
        return requests.request(verb, self.base + path)


class Attio(Client):
    base = "https://api.attio.com/v2"
    parts = {"notes": Part, "lists": Lists}


class Hub(Client):
    base = "https://api.hubapi.com"
    parts = {"notes": Part, "tasks": Tasks}


class Annotated:
    tasks: Tasks
    lists: Lists

    def __init__(self, client):
        for name, part in self.__annotations__.items():
            setattr(self, name, part(client))


class Named:
    def __init__(self):
        self._put("base", "https://api.attio.com/v2")
        self.__dict__["path"] = "/self"

    def _put(self, name, value):
        setattr(self, name, value)

    def whoami(self):
        return requests.get(self.base + self.path)  # call: GET /v2/self


Attio().notes.list()  # call: GET /v2/notes
Attio().lists.list()  # call: GET /v2/lists
Hub().notes.list()
Hub().tasks.list()
Annotated(Attio()).tasks.list()  # call: GET /v2/tasks
Annotated(Hub()).lists.list()
Named().whoami()
