"""A function that is made in a loop keeps the defaults of its round; a variable that it only names is what it is in the end."""
import requests

BASE = "https://api.attio.com/v2"


def with_defaults():
    sends = [lambda path=path: requests.post(BASE + path) for path in ("/webhooks", "/lists")]  # call: POST /v2/webhooks
    sends[0]()


class Client:
    pass


for name in ("notes", "tasks"):

    def fetch(self, name=name):
        return requests.get(BASE + "/" + name)  # call: GET /v2/notes | GET /v2/tasks

    setattr(Client, name, fetch)

Client().notes()
Client().tasks()


def without_default():
    sends = []
    for verb in ("GET", "POST"):
        sends.append(lambda path: requests.request(verb, BASE + path))
    sends[0]("/notes")  # call: POST /v2/notes


def make(kind):
    def remove(key):
        return requests.delete(f"{BASE}/{kind}/{key}")

    return remove


remove_note, remove_task = map(make, ("notes", "tasks"))
remove_note("1")  # call: DELETE /v2/notes/{note_id}


without_default()
