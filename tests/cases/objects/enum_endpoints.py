"""Paths in an enum."""
from enum import Enum

import requests

ROOT = "https://api.attio.com/v2"


class Path(str, Enum):
    TASKS = "/tasks"
    NOTES = "/notes"


class Verb(Enum):
    CREATE = "POST"
    READ = "GET"


def call(verb: Verb, path: Path):
    return requests.request(verb.value, ROOT + path.value)


call(Verb.CREATE, Path.TASKS)  # call: POST /v2/tasks
call(Verb.READ, Path.NOTES)  # call: GET /v2/notes
requests.get(f"{ROOT}{Path.TASKS.value}")  # call: GET /v2/tasks
