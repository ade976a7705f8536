import requests

BASE = "https://api.attio.com/v2"


class WithBase(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.base = BASE
        return made


class Api(metaclass=WithBase):
    def get(self, path):
        return requests.get(self.base + path)


class Single(type):
    made = {}

    def __call__(cls, *args):
        if cls not in Single.made:
            Single.made[cls] = super().__call__(*args)
        return Single.made[cls]


class Client(metaclass=Single):
    def __init__(self, base):
        self.base = base

    def get(self, path):
        return requests.get(self.base + path)


class Routes(type):
    def __getattr__(cls, name):
        return cls(name)

    def __truediv__(cls, name):
        return cls(name)

    def __getitem__(cls, name):
        return cls(name)


class Endpoint(metaclass=Routes):
    def __init__(self, path):
        self.path = path

    def go(self):
        return requests.get(BASE + "/" + self.path)


class Typed:
    def __init__(self, path):
        self.path = path

    def __class_getitem__(cls, path):
        return cls(path)

    def go(self):
        return requests.get(BASE + self.path)


def main():
    Api().get("/notes")  # call: GET /v2/notes
    Client(BASE).get("/lists")  # call: GET /v2/lists
    Endpoint.tasks.go()  # call: GET /v2/tasks
    (Endpoint / "self").go()  # call: GET /v2/self
    Endpoint["meetings"].go()  # call: GET /v2/meetings
    Typed["/webhooks"].go()  # call: GET /v2/webhooks


class Vendor(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.base = "https://api.hubapi.com"
        return made


class OfVendor(metaclass=Vendor):
    base = BASE

    def get(self, path):
        return requests.get(self.base + path)


def elsewhere():
    # near miss: the metaclass puts another host there
    OfVendor().get("/notes")
