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


def each(path):
    yield requests.get(BASE + path)
    yield requests.get(BASE + path + "/1")


def another_name():
    # near miss: what it was called with stays what it was
    path = "/webhooks"
    for page in each(path):  # call: GET /v2/webhooks | GET /v2/webhooks/{webhook_id}
        path = page
        path = "/meetings"
