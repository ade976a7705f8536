"""Method and path come out of a generator, a deque and a queue, which is filled elsewhere."""
import queue
import threading
from collections import deque

import requests

BASE = "https://api.attio.com/v2"
todo: "queue.Queue[tuple[str, str, dict] | None]" = queue.Queue()


def worker():
    session = requests.Session()
    while True:
        item = todo.get()
        if item is None:
            break
        method, path, body = item
        session.request(method, BASE + path, json=body)  # call: POST /v2/tasks
        todo.task_done()


def plan(rows):
    for row in rows:
        yield "POST", "/objects/people/records", {"data": row}
        yield "POST", "/notes", {"data": row}


def run(rows):
    for method, path, body in plan(rows):
        requests.request(method, BASE + path, json=body)  # call: POST /v2/objects/{object}/records | POST /v2/notes


def run_deque():
    pending = deque([("GET", "/lists"), ("GET", "/objects")])
    while pending:
        method, path = pending.popleft()
        requests.request(method, BASE + path)  # call: GET /v2/lists | GET /v2/objects


threading.Thread(target=worker, daemon=True).start()
todo.put(("POST", "/tasks", {}))
todo.put(None)
