"""operator.methodcaller, partialmethod and functools.singledispatch."""
from functools import partial, partialmethod, singledispatchmethod
from operator import methodcaller

import requests

BASE = "https://api.attio.com/v2"


class Client:
    def _call(self, method, path, **kw):
        return requests.request(method, BASE + path, **kw)

    get = partialmethod(_call, "GET")
    post = partialmethod(_call, "POST")
    list_objects = partialmethod(_call, "GET", "/objects")

    @singledispatchmethod
    def find(self, key):
        raise TypeError(key)

    @find.register
    def _(self, key: str):
        return self.get(f"/notes/{key}")  # call: GET /v2/notes/{note_id}


c = Client()
c.get("/lists")  # call: GET /v2/lists
c.post("/tasks", json={})  # call: POST /v2/tasks
c.list_objects()  # call: GET /v2/objects
c.find("1")
fetch = methodcaller("get", BASE + "/self")
fetch(requests.Session())  # call: GET /v2/self
