from enum import Enum

import requests

BASE = "https://api.attio.com/v2"


class Path(Enum):
    NOTES = "/notes"
    TASKS = "/tasks"


requests.get(BASE + Path.NOTES.value)  # call: GET /v2/notes
requests.post(f"{BASE}{Path.TASKS.value}", json={})  # call: POST /v2/tasks
