import requests

BASE = "https://api.attio.com/v2"


class Config(dict):
    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__


class Loose(dict):
    __getattr__ = dict.get

    def url(self, path):
        return self.base + path


class Plain(dict):
    pass


def read():
    requests.get(Config(base=BASE).base + "/notes")  # call: GET /v2/notes
    requests.get(Loose(base=BASE).url("/lists"))  # call: GET /v2/lists
    requests.get(Loose({"base": BASE}).base + "/objects")  # call: GET /v2/objects


def written():
    config = Config()
    config.base = BASE
    requests.get(config.base + "/tasks")  # call: GET /v2/tasks
    requests.get(config["base"] + "/self")  # call: GET /v2/self


def elsewhere():
    # near miss: another host, and a class that gives no entries as attributes
    requests.get(Config(base="https://api.hubapi.com").base + "/notes")
    requests.get(Plain(base=BASE).base + "/webhooks")
