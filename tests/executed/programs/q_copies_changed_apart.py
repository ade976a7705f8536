# sends: GET /v2/lists/{list}, GET /v2/notes, GET /v2/objects/{object}
# near: the copy is another vendor's
import copy
import requests


class A:
    def __init__(self):
        self.base = "https://api.attio.com/v2"
        self.h = {}

    def clone(self, **k):
        c = copy.copy(self)
        for n, v in k.items():
            setattr(c, n, v)
        return c

    def get(self, p):
        return requests.get(self.base + p)


def main():
    a = A()
    a.clone(base="https://api.hubapi.com").get("/crm")
    a.clone(base=a.base + "/objects").get("/people")
    a.get("/notes")
    b = copy.deepcopy(a)
    b.base += "/lists"
    b.get("/x")


main()
