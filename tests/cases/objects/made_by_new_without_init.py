"""Objects that `__new__` makes and others fill: of the class that is asked, a subclass too; by `object.__new__`, by a copy of all fields."""
import requests


class Client:
    def __init__(self, base):
        self.base = base

    @classmethod
    def live(cls):
        made = cls.__new__(cls)
        made.base = "https://api.attio.com/v2"
        return made

    @classmethod
    def of(cls, fields):
        made = object.__new__(cls)
        made.__dict__.update(fields)
        return made

    def below(self, part):
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.base = self.base + part
        return other

    def get(self, path):
        return requests.get(self.base + path)


class Objects(Client):
    def get(self, path):
        return super().get("/objects" + path)  # call: GET /v2/objects/{object}


Client.live().get("/notes")  # call: GET /v2/notes
Objects.live().get("/people")
Client.of({"base": "https://api.attio.com/v2"}).get("/tasks")  # call: GET /v2/tasks
Client.of({"base": "https://api.hubapi.com"}).get("/tasks")
Client("https://api.attio.com/v2").below("/lists").get("")  # call: GET /v2/lists
Client("https://api.hubapi.com").below("/lists").get("")
