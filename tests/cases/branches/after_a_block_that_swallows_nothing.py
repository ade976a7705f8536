"""A session, a client or a lock swallows nothing: what stands after a block that returns is not reached."""
import threading

import httpx
import requests

V2 = "https://api.attio.com/v2"
LOCK = threading.Lock()


def first():
    with requests.Session() as session:
        return session.get(f"{V2}/notes")  # call: GET /v2/notes
    requests.delete(f"{V2}/notes/1")


def second():
    with LOCK:
        return httpx.get(f"{V2}/tasks")  # call: GET /v2/tasks
    httpx.delete(f"{V2}/tasks/1")
