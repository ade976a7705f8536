"""Two lists that are written on one line are two."""
import requests

BASE = "https://api.attio.com/v2"


def pairs():
    verbs, paths = [], []
    verbs.append("GET")
    paths.append("/notes")
    requests.request(verbs[0], BASE + paths[0])  # call: GET /v2/notes


def table():
    held = {"verbs": [], "paths": []}
    held["verbs"].append("POST")
    held["paths"].append("/tasks")
    requests.request(held["verbs"][0], BASE + held["paths"][0])  # call: POST /v2/tasks


class Both:
    verbs = []; paths = []  # noqa: E702


Both.verbs.append("DELETE")
Both.paths.append("/tasks/1")
requests.request(Both.verbs[0], BASE + Both.paths[0])  # call: DELETE /v2/tasks/{task_id}
