import requests

BASE = "https://api.attio.com/v2"


def api(path, body=None):
    method = "GET" if body is None else "POST"
    return requests.request(method, BASE + path, json=body).json()


api("/tasks")  # call: GET /v2/tasks
api("/tasks", {"data": {}})  # call: POST /v2/tasks
