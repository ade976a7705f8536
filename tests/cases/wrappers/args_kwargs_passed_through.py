import requests

BASE = "https://api.attio.com/v2"


def _send(method, path, *args, **kwargs):
    return requests.request(method, BASE + path, *args, **kwargs)


def logged(*args, **kwargs):
    print("calling the CRM")
    return _send(*args, **kwargs)


def run():
    logged("GET", "/lists")  # call: GET /v2/lists
    logged(method="POST", path="/notes", json={})  # call: POST /v2/notes
    logged("PATCH", path="/tasks/1", json={})  # call: PATCH /v2/tasks/{task_id}
