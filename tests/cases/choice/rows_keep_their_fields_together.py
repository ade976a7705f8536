"""A row that is taken out of a queue, or by an unknown index, is one row: its method goes with its path. Two rows are two."""
import collections
import queue

import requests

BASE = "https://api.attio.com/v2"
ROWS = [("POST", "/notes"), ("GET", "/self")]
waiting = queue.Queue()
later = collections.deque()


def work():
    waiting.put(("POST", "/notes"))
    waiting.put(("GET", "/self"))
    while not waiting.empty():
        method, path = waiting.get()
        requests.request(method, BASE + path)  # call: GET /v2/self | POST /v2/notes


def by_name():
    later.append({"verb": "DELETE", "path": "/tasks/1"})
    later.append({"verb": "GET", "path": "/lists"})
    while later:
        job = later.popleft()
        requests.request(job["verb"], BASE + job["path"])  # call: DELETE /v2/tasks/{task_id} | GET /v2/lists


def by_index(number):
    row = ROWS[number]
    requests.request(row[0], BASE + row[1])  # call: GET /v2/self | POST /v2/notes


def two_rows(number):
    one, other = ROWS[number - 1], ROWS[number - 2]
    requests.request(one[0], BASE + other[1].replace("self", "notes"))  # call: GET /v2/notes | POST /v2/notes


work()
by_name()
