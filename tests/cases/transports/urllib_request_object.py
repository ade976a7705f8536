"""The method comes from `data` unless it is given."""
import json
import urllib.request

BASE = "https://api.attio.com/v2"


def read():
    return urllib.request.urlopen(urllib.request.Request(f"{BASE}/lists", headers={"Authorization": "Bearer x"}))  # call: GET /v2/lists


def create(body):
    data = json.dumps(body).encode()
    return urllib.request.urlopen(urllib.request.Request(f"{BASE}/tasks", data=data))  # call: POST /v2/tasks


def change(task_id, body):
    data = json.dumps(body).encode()
    return urllib.request.urlopen(urllib.request.Request(f"{BASE}/tasks/{task_id}", data=data, method="PATCH"))  # call: PATCH /v2/tasks/{task_id}


def remove(task_id):
    return urllib.request.urlopen(urllib.request.Request(f"{BASE}/tasks/{task_id}", method="DELETE"))  # call: DELETE /v2/tasks/{task_id}
