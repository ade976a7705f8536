"""The project's own decorator puts handlers into a table; whoever runs the table hands them the client."""
import requests

HANDLERS = {}


class Crm:
    def send(self, verb, tail):
        return requests.request(verb, "https://api.attio.com/v2" + tail)


def handles(*kinds):
    def keep(function):
        for kind in kinds:
            HANDLERS[kind] = function
        return function

    return keep


@handles("note.created", "note.updated")
def note(crm, event):
    crm.send("GET", f"/notes/{event['id']}")  # call: GET /v2/notes/{note_id}


@handles("task.created")
def task(crm, event):
    crm.send("GET", f"/tasks/{event['id']}")  # call: GET /v2/tasks/{task_id}


def handle(event):
    return HANDLERS[event["type"]](Crm(), event)
