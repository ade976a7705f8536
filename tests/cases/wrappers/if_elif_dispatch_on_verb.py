import requests

BASE = "https://api.attio.com/v2"


def make_request(method, endpoint, data=None):
    url = f"{BASE}/{endpoint}"
    if method == "GET":
        response = requests.get(url, params=data)
    elif method == "POST":
        response = requests.post(url, json=data)
    elif method == "PATCH":
        response = requests.patch(url, json=data)
    elif method == "DELETE":
        response = requests.delete(url)
    else:
        raise ValueError(f"Unsupported method: {method}")
    return response.json()


make_request("GET", "tasks")  # call: GET /v2/tasks
make_request("POST", "tasks", {"data": {}})  # call: POST /v2/tasks
make_request("DELETE", "tasks/7")  # call: DELETE /v2/tasks/{task_id}
