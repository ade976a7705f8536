import queue
from collections import deque

import requests

BASE = "https://api.attio.com/v2"


def with_a_deque():
    waiting = deque([BASE + "/notes"])
    waiting.append(BASE + "/tasks")
    while waiting:
        requests.get(waiting.popleft())  # call-or-unresolved: GET /v2/notes | GET /v2/tasks


def with_a_queue():
    waiting = queue.Queue()
    waiting.put(BASE + "/lists")
    requests.get(waiting.get())  # call-or-unresolved: GET /v2/lists
