"""What the caller's arguments decide is decided."""
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
