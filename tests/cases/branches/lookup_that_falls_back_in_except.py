"""A lookup in a table with a handler for keys that are not there; and `finally` with a `return` of its own."""
import requests

V2 = "https://api.attio.com/v2"
PATHS = {"note": "/notes"}


def written_out(kind):
    try:
        return {"note": "/notes", "self": "/self"}[kind]
    except KeyError:
        return "/tasks"


def of_the_module(kind):
    try:
        path = PATHS[kind]
    except KeyError as error:
        print(error)
        path = "/lists"
    else:
        path = path + "/1"
    return path


def what_else_may_fail(kind):
    try:
        return PATHS[kind.lower()]
    except KeyError:
        return "/webhooks"


def overridden():
    try:
        return "/notes"
    finally:
        return "/meetings"


def not_overridden():
    try:
        return "/objects"
    finally:
        print("done")


def main(kind):
    requests.get(V2 + written_out("self"))  # call: GET /v2/self
    requests.get(V2 + written_out("other"))  # call: GET /v2/tasks
    requests.get(V2 + of_the_module("note"))  # call: GET /v2/notes/{note_id}
    requests.get(V2 + of_the_module("other"))  # call: GET /v2/lists
    requests.get(V2 + what_else_may_fail("note"))  # call: GET /v2/notes | GET /v2/webhooks
    requests.get(V2 + overridden())  # call: GET /v2/meetings
    requests.get(V2 + not_overridden())  # call: GET /v2/objects
    requests.get(V2 + written_out(kind))  # call: GET /v2/notes | GET /v2/self | GET /v2/tasks
