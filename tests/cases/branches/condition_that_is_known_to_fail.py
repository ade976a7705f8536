"""What the caller's arguments decide is decided; a local that nobody changes is known as well."""
import requests

V2 = "https://api.attio.com/v2"


def act(what, tail, dry=False):
    if dry:
        return None
    if what == "read":
        return requests.get(V2 + tail)
    if what in ("drop", "forget"):
        return requests.delete(V2 + tail)
    return requests.post(V2 + tail)


act("read", "/notes")  # call: GET /v2/notes
act("drop", "/tasks/1")  # call: DELETE /v2/tasks/{task_id}
act("add", "/webhooks")  # call: POST /v2/webhooks
act("add", "/threads", dry=True)


def local():
    verb = "GET"
    if verb != "GET":
        requests.delete(V2 + "/comments/1")
    return requests.request(verb, V2 + "/self")  # call: GET /v2/self
