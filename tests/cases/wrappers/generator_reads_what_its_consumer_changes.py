import requests

BASE = "https://api.attio.com/v2"


def pages(cursor):
    while cursor["path"]:
        yield requests.get(BASE + cursor["path"])


def consumed():
    cursor = {"path": "/notes"}
    for _page in pages(cursor):  # call: GET /v2/notes | GET /v2/tasks
        cursor["path"] = "/tasks" if cursor["path"] == "/notes" else None


def left_alone():
    # near miss: what is changed is something else
    cursor, other = {"path": "/lists"}, {}
    for page in pages(cursor):  # call: GET /v2/lists
        other["path"] = page
