import requests

BASE = "https://api.attio.com/v2"


def attio(path, method="GET", body=None):
    return requests.request(method=method, url=BASE + path, json=body).json()


attio("/lists")  # call: GET /v2/lists
attio("/notes", "POST", {"data": {}})  # call: POST /v2/notes
attio("/tasks/42", method="PATCH", body={})  # call: PATCH /v2/tasks/{task_id}
attio(method="DELETE", path="/tasks/42")  # call: DELETE /v2/tasks/{task_id}
