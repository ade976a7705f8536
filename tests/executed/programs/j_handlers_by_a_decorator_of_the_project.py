# sends: POST /v2/notes, DELETE /v2/tasks/{task_id}
# argv: note-created task-closed
import sys

import requests

SUBSCRIBERS = {}


class Crm:
    root = "https://api.attio.com/v2"

    def send(self, verb, path, **more):
        return requests.request(verb, self.root + path, **more)


def subscribe(*names):
    def keep(function):
        for name in names:
            SUBSCRIBERS.setdefault(name, []).append(function)
        return function

    return keep


@subscribe("note-created")
def copy_note(crm, payload):
    crm.send("POST", "/notes", json=payload)


@subscribe("task-closed", "task-dropped")
def drop_task(crm, payload):
    crm.send("DELETE", f"/tasks/{payload['key']}")


def publish(name, payload):
    for function in SUBSCRIBERS.get(name, ()):
        function(Crm(), payload)


def main():
    for name in sys.argv[1:]:
        publish(name, {"key": "1"})


main()
