import requests

BASE = "https://api.attio.com/v2"


def write(task_id, method="PATCH"):
    # Nobody calls it here: the default is still the function's own text.
    return requests.request(method, f"{BASE}/tasks/{task_id}")  # call: PATCH /v2/tasks/{task_id}


def read(headers, path="/notes"):
    return requests.get(BASE + path, headers=headers)  # call: GET /v2/notes
