"""Known gap: the joined segments are not followed to the caller where the verb is decided by a branch."""
import requests


def send(method, *parts):
    address = "https://api.attio.com/v2" + "".join(parts)
    if method == "GET":
        return requests.get(address)  # unresolved: a join of items
    return requests.delete(address)  # unresolved: a join of items


send("DELETE", "/activities/calls")  # todo-call: DELETE /v2/activities/{activity}
