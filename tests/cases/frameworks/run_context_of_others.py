"""`RunContext` of the project: what its `deps` are it says itself."""
from typing import Generic, TypeVar

import requests

Kind = TypeVar("Kind")
BASE = "https://api.attio.com/v2"


class Quiet:
    def get(self, path):
        return path


class Loud:
    def get(self, path):
        return requests.get(BASE + path)


class RunContext(Generic[Kind]):
    def __init__(self):
        self.deps = Quiet()


def told(ctx: RunContext[Loud]):
    return ctx.deps.get("/notes")


told(RunContext())
Loud().get("/tasks")  # call: GET /v2/tasks
