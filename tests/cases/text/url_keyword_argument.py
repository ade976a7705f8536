import requests

BASE = "https://api.attio.com/v2"


def run(headers):
    requests.get(headers=headers, url=f"{BASE}/lists")  # call: GET /v2/lists
    requests.request(url=f"{BASE}/tasks", method="post", json={})  # call: POST /v2/tasks
    requests.request("DELETE", headers=headers, url=f"{BASE}/tasks/1")  # call: DELETE /v2/tasks/{task_id}
