"""A list is empty where it is made; a helper, a bound method or a comprehension's side effect fills it."""
import requests

V2 = "https://api.attio.com/v2"


def read(lines, into):
    for line in lines:
        into.append(line)


def by_helper(lines):
    rows = []
    read(lines, rows)
    if rows:
        requests.post(f"{V2}/notes", json=rows)  # call: POST /v2/notes


def by_bound_method(lines):
    rows = []
    keep = rows.append
    for line in lines:
        keep(line)
    if not rows:
        return None
    return requests.post(f"{V2}/tasks", json=rows)  # call: POST /v2/tasks


def by_extend(lines):
    rows = set()
    rows.update(lines)
    while rows:
        requests.delete(f"{V2}/tasks/{rows.pop()}")  # call: DELETE /v2/tasks/{task_id}


def by_library(session, lines):
    rows = []
    session.run(lines, sink=rows)
    if len(rows) > 0:
        requests.post(f"{V2}/comments", json=rows)  # call: POST /v2/comments
