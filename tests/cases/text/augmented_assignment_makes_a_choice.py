import requests

BASE = "https://api.attio.com/v2"


def tasks(task_id=None):
    url = BASE + "/tasks"
    if task_id is not None:
        url += "/" + task_id
    return requests.get(url)  # call: GET /v2/tasks | GET /v2/tasks/{task_id}
