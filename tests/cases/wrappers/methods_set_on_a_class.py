"""Methods given to a class from outside: by a class decorator, one by one, on the object in `__init__`; and to another vendor's."""
import requests

BASE = "https://api.attio.com/v2"


def _make(verb):
    def call(self, path, **kwargs):
        return requests.request(verb, self.base + path, timeout=10, **kwargs)

    return call


def with_verbs(cls):
    for verb in ("get", "post"):
        setattr(cls, verb, _make(verb.upper()))
    return cls


@with_verbs
class Attio:
    base = BASE


@with_verbs
class Slack:
    base = "https://slack.com/api"


class Plain:
    base = BASE


Plain.drop = _make("DELETE")


class Bound:
    def __init__(self, base):
        for verb in ("GET", "PATCH"):
            setattr(self, verb.lower(), self._bind(verb, base))
        setattr(self, "base", base)

    def _bind(self, verb, base):
        return lambda path, **kwargs: requests.request(verb, base + path, timeout=10, **kwargs)

    def lists(self):
        return requests.get(self.base + "/lists", timeout=10)  # call: GET /v2/lists


attio = Attio()
attio.get("/lists")  # call: GET /v2/lists
attio.post("/notes", json={})  # call: POST /v2/notes
Slack().post("/notes", json={})
Plain().drop("/webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}
bound = Bound(BASE)
bound.get("/tasks")  # call: GET /v2/tasks
bound.patch("/tasks/1", json={})  # call: PATCH /v2/tasks/{task_id}
