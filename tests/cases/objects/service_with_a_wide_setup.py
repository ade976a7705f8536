"""A client that holds large tables besides its address, handed through two more objects."""
import requests


class Client:
    def __init__(self, base, limits, labels):
        self.base, self.limits, self.labels = base, limits, labels
        self.http = requests.Session()

    def send(self, verb, tail):
        return self.http.request(verb, self.base + tail)


class Directory:
    def __init__(self, client, fields):
        self.client, self.fields = client, fields

    def members(self):
        return self.client.send("GET", "/workspace_members")  # call: GET /v2/workspace_members


class App:
    def __init__(self, directory, flags):
        self.directory, self.flags = directory, flags


LIMITS = {name: {"per_second": 5, "per_minute": 100, "burst": [1, 2, 3], "window": {"from": 0, "to": 60}} for name in "abcdefghijklmnop"}
LABELS = [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"), ("e", "E"), ("f", "F"), ("g", "G"), ("h", "H"), ("i", "I"), ("j", "J"), ("k", "K")] * 9
FIELDS = {"person": ["a", "b", "c", "d"], "company": ["a", "b", "c"], "deal": ["x", "y", "z"], "more": [["p"], ["q"], ["r"], ["s"], ["t"]]}


def build():
    client = Client("https://api.attio.com/v2", LIMITS, LABELS)
    return App(Directory(client, FIELDS), {"one": True, "two": False, "labels": LABELS, "limits": LIMITS, "fields": FIELDS})


def run():
    build().directory.members()
