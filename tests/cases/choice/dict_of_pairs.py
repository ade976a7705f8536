import requests

BASE = "https://api.attio.com/v2"
ROUTES = {
    "list_notes": ("GET", "/notes"),
    "create_task": ("POST", "/tasks"),
}


def run(name, **kwargs):
    method, path = ROUTES[name]
    return requests.request(method, BASE + path, **kwargs)


run("list_notes")  # call: GET /v2/notes
run("create_task", json={})  # call: POST /v2/tasks
