"""`__init_subclass__` that registers, that derives the path from the class's name, and whose base sends for its subclasses."""
import requests

BASE = "https://api.attio.com/v2"


class Resource:
    registry: dict = {}

    def __init_subclass__(cls, *, version="v2", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.path = f"/{cls.__name__.lower()}"
        Resource.registry[cls.path] = cls


class Webhooks(Resource):
    def all(self):
        return requests.get(BASE + self.path, timeout=10)  # call: GET /v2/webhooks


class Tasks(Resource, version="v2"):
    def add(self, body):
        return requests.post(BASE + self.path, json=body, timeout=10)  # call: POST /v2/tasks


class Endpoint:
    def __init_subclass__(cls, host="", path="", **kwargs):
        cls.host, cls.path = host, path

    def fetch(self):
        return requests.get(self.host + self.path, timeout=10)


class Lists(Endpoint, host=BASE, path="/lists"):
    pass


class Channels(Endpoint, host="https://slack.com/api", path="/lists"):
    pass


Lists().fetch()  # call: GET /v2/lists
Channels().fetch()
