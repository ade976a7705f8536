"""Mappings whose class makes the value of a key that is not there, with `__missing__`; what is there is taken, and `get` makes nothing."""
from collections import UserDict

import requests


class Urls(dict):
    root = "https://api.attio.com/v2"

    def __missing__(self, key):
        return f"{self.root}/{key}"


class Kept(UserDict):
    def __missing__(self, key):
        made = self[key] = "https://api.attio.com/v2/" + key
        return made


class Names(dict):
    def __getattr__(self, name):
        return self[name]

    def __missing__(self, name):
        return "https://api.attio.com/v2/" + name


class Hub(Urls):
    root = "https://api.hubapi.com"


urls = Urls(notes="https://api.attio.com/v2/self")
requests.get(urls["notes"])  # call: GET /v2/self
requests.get(urls["tasks"])  # call: GET /v2/tasks
requests.get(urls.get("lists", "https://api.hubapi.com/lists"))
requests.get(Kept()["objects"])  # call: GET /v2/objects
requests.get(Names().meetings)  # call: GET /v2/meetings
requests.get(Hub()["tasks"])
