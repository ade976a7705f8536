"""Verb methods set on the class in a loop, and by a factory function."""
import requests

BASE = "https://api.attio.com/v2"


def _verb(method):
    def call(self, path, **kwargs):
        return self.session.request(method, BASE + path, **kwargs)

    call.__name__ = method.lower()
    return call


class Client:
    def __init__(self):
        self.session = requests.Session()

    get = _verb("GET")
    post = _verb("POST")


for _name in ("put", "patch", "delete"):
    setattr(Client, _name, _verb(_name.upper()))

client = Client()
client.get("/lists")  # call: GET /v2/lists
client.post("/notes", json={})  # call: POST /v2/notes
client.delete("/notes/1")  # call: DELETE /v2/notes/{note_id}
