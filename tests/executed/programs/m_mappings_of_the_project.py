# sends: GET /v2/notes, GET /v2/self, GET /v2/tasks
from collections import UserDict, OrderedDict, Counter
import requests


class Conf(UserDict):
    pass


class D(dict):
    def url(self, p):
        return self["base"] + p

    def __getattr__(self, k):
        return self[k]


def main():
    c = Conf(base="https://api.attio.com/v2")
    requests.get(c["base"] + "/notes")
    d = D(base="https://api.attio.com/v2")
    requests.get(d.url("/tasks"))
    requests.get(d.base + "/self")


main()
