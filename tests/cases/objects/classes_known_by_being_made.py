"""Classes that are known because they were made: registered by `__init_subclass__` or a metaclass, asked for by `__subclasses__()`."""
import requests

BY_NAME = {}


class Resource:
    path = ""

    def __init_subclass__(cls):
        BY_NAME[cls.__name__] = cls

    def list(self, client):
        return client.get("https://api.attio.com/v2" + self.path)


class Notes(Resource):
    path = "/notes"  # call: GET /v2/notes


class Job:
    def run(self, base):
        raise NotImplementedError


class TasksJob(Job):
    def run(self, base):
        return requests.get(base + "/tasks")  # call: GET /v2/tasks


class NoJob:
    def run(self, base):
        return requests.get(base + "/webhooks")


class Named(type):
    def __new__(mcs, name, bases, names):
        cls = super().__new__(mcs, name, bases, names)
        cls.url = "https://api.attio.com/v2/" + name.lower()
        return cls

    def fetch(cls):
        return requests.post(cls.url)


class Lists(metaclass=Named):
    def get(self):
        return requests.get(self.url)  # call: GET /v2/lists


class Self(metaclass=Named):
    pass


for found in BY_NAME.values():
    found().list(requests)
for job in Job.__subclasses__():
    job().run("https://api.attio.com/v2")
Lists().get()
requests.get(Self.url)  # call: GET /v2/self
