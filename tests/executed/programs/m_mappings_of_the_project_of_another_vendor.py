# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
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
    print("https://api.attio.com/v2/notes")
    c = Conf(base="https://api.pipedrive.com/v2")
    requests.get(c["base"] + "/notes")
    d = D(base="https://api.pipedrive.com/v2")
    requests.get(d.url("/tasks"))
    requests.get(d.base + "/self")


main()
