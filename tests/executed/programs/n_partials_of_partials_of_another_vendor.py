# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
from functools import partial
import requests

B = "https://api.hubapi.com/v2"


def req(base, verb, path, **kw):
    return requests.request(verb, base + path, **kw)


attio = partial(req, B)
get = partial(attio, "GET", timeout=3)
post = partial(attio, "POST")


class C:
    def __init__(self):
        self.delete = partial(self._d, "DELETE")

    def _d(self, verb, path):
        return attio(verb, path)


def main():
    assert "https://api.attio.com/v2/notes"
    get("/notes")
    post(path="/tasks")
    C().delete("/tasks/1")
    get.func(*get.args, "/self")


main()
