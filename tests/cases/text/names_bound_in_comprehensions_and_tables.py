"""`:=` in a comprehension binds outside of it; a template takes a mapping; a member of an enum is found by its name."""
from enum import Enum
from string import Template

import requests

BASE = "https://api.attio.com/v2"


class Path(Enum):
    NOTES = "notes"
    TASKS = "tasks"


def last():
    print([(url := f"{BASE}/{path}") for path in ("tasks", "lists")])
    requests.post(url)  # call: POST /v2/lists


def first_that_fits():
    if any((hit := path).startswith("/n") for path in ["/notes"]):
        requests.get(BASE + hit)  # call: GET /v2/notes


def template():
    whole = Template("$base/notes/$id").safe_substitute({"base": BASE, "id": "of the mapping"}, id=1)
    requests.get(whole)  # call: GET /v2/notes/{note_id}


def by_name():
    requests.post(f"{BASE}/{Path['NOTES'].value}")  # call: POST /v2/notes
