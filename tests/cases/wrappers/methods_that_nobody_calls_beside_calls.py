"""A client of which one method is called: the others that write out a part of the path are calls too, as in a package that others use."""
import requests


class Client:
    def __init__(self, token):
        self.token = token

    def _send(self, method, path, **more):
        return requests.request(method, "https://api.attio.com/v2" + path, headers={"Authorization": self.token}, **more)

    def entries(self, kind):
        return self._send("GET", f"/{kind}/entries")  # unresolved: sets `kind`

    def straight_on(self, path):  # a wrapper that nobody needs
        return self._send("GET", path)

    def any_method(self, method):
        return self._send(method, "/notes")  # call: GET /v2/notes | POST /v2/notes

    def joined(self, kind):
        return self._send("POST", "/".join(["", kind, "records"]))  # unresolved: sets `kind`

    def outer(self, kind):
        return self._inner(kind)  # unresolved: sets `kind`

    def _inner(self, kind):
        return self._send("GET", f"/{kind}/attributes")

    def used(self, kind):  # its caller says which
        return self._send("GET", f"/{kind}/t1")

    def me(self):
        return self._send("GET", "/self")  # call: GET /v2/self


client = Client("secret")
client.me()
client.used("tasks")  # call: GET /v2/tasks/{task_id}


def of_a_table(kind):
    return client._send("GET", TABLE[kind] + "/attributes")  # unresolved: load


TABLE = load()
