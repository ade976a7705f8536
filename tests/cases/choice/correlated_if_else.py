import requests

BASE = "https://api.attio.com/v2"


def save(task_id, body):
    if task_id:
        method = "PATCH"
        url = f"{BASE}/tasks/{task_id}"
    else:
        method = "POST"
        url = f"{BASE}/tasks"
    # Only the real pairs: neither POST /tasks/{id} nor PATCH /tasks.
    return requests.request(method, url, json=body)  # call: PATCH /v2/tasks/{task_id} | POST /v2/tasks
