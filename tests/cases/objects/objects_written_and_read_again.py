import json
import pickle

import requests

BASE = "https://api.attio.com/v2"


class Api:
    def __init__(self, base):
        self.base = base

    def get(self, path):
        return requests.get(self.base + path)


def again(value):
    return pickle.loads(pickle.dumps(value))


def main():
    again(Api(BASE)).get("/notes")  # call: GET /v2/notes
    pickle.loads(pickle.dumps(Api(BASE))).get("/lists")  # call: GET /v2/lists
    config = json.loads(json.dumps({"base": BASE}))
    requests.get(config["base"] + "/tasks")  # call: GET /v2/tasks


def another():
    # the object that was written stays what it was
    api = Api(BASE)
    copy = again(api)
    copy.base += "/objects"
    copy.get("/people")  # call: GET /v2/objects/{object}
    api.get("/self")  # call: GET /v2/self


def elsewhere(path):
    # near miss: another host
    pickle.loads(pickle.dumps(Api("https://api.hubapi.com"))).get("/notes")
