"""What a pattern captures is a part of the subject: an item, an entry, a field of a class. A pattern of another kind does not match."""
from dataclasses import dataclass

import requests

BASE = "https://api.attio.com/v2"


@dataclass
class Send:
    verb: str
    path: str


class Read:
    __match_args__ = ("path",)

    def __init__(self, path):
        self.path = path


def go(job):
    match job:
        case {"url": url, **rest}:
            requests.get(url, params=rest)
        case Send(verb, path=path):
            requests.request(verb, BASE + path)
        case Read(path):
            requests.get(BASE + path)
        case [path, ("PUT" | "PATCH") as verb]:
            requests.request(verb, BASE + path)
        case str() as path:
            requests.delete(BASE + path)


go({"url": BASE + "/tasks"})  # call: GET /v2/tasks
go(Send("POST", "/notes"))  # call: POST /v2/notes
go(Read("/lists"))  # call: GET /v2/lists
go(["/tasks/1", "PATCH"])  # call: PATCH /v2/tasks/{task_id}
go("/webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}
