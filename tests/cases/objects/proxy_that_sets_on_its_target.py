"""Proxies that hand stores on to what they stand for, and stores past `__setattr__`; a proxy of another vendor's client too."""
import requests


class Client:
    base = ""

    def get(self, path):
        return requests.get(self.base + path)


class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target

    def __getattr__(self, name):
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        setattr(self.target, name, value)


class Guarded(Proxy):
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __setattr__(self, name, value):
        if name.startswith("_"):
            raise AttributeError(name)
        super().__setattr__(name, value)


class Counting(Client):
    def __setattr__(self, name, value):
        print(name)
        super().__setattr__(name, value)


class Lower(Client):
    def __setattr__(self, name, value):
        self.__dict__[name.lower()] = value


for kind in (Proxy, Guarded):
    proxy = kind(Client())
    proxy.base = "https://api.attio.com/v2"
    proxy.get("/notes")  # call: GET /v2/notes
hub = Proxy(Client())
hub.base = "https://api.hubapi.com"
hub.get("/notes")
counting = Counting()
counting.base = "https://api.attio.com/v2"
counting.get("/tasks")  # call: GET /v2/tasks
lower = Lower()
lower.BASE = "https://api.attio.com/v2"
lower.get("/lists")  # call: GET /v2/lists
