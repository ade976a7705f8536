# sends: GET /v2/notes, GET /v2/tasks
import requests


class Cl:
    def __init__(self):
        self._base = None

    @property
    def base(self):
        return self._base

    @base.setter
    def base(self, v):
        self._base = v.rstrip("/") + "/v2"

    def get(self, p):
        return requests.get(self.base + p)


def main():
    c = Cl()
    c.base = "https://api.attio.com/"
    c.get("/notes")
    setattr(c, "base", "https://api.attio.com")
    c.get("/tasks")


main()
