from enum import Enum

import requests


class Resource(str, Enum):
    NOTES = "notes"
    TASKS = "tasks"


def fetch(resource: Resource):
    return requests.get(f"https://api.attio.com/v2/{resource.value}").json()


for resource in Resource:
    fetch(resource)  # call: GET /v2/notes | GET /v2/tasks
