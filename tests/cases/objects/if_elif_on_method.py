"""if/elif on the verb inside the client: each use has one endpoint."""
import requests


class Attio:
    def __init__(self, key):
        self.url = "https://api.attio.com/v2"
        self.headers = {"Authorization": f"Bearer {key}"}

    def _call(self, endpoint, method="GET", data=None):
        url = f"{self.url}/{endpoint}"
        method = method.upper()
        if method == "GET":
            response = requests.get(url, headers=self.headers, params=data)
        elif method == "POST":
            response = requests.post(url, headers=self.headers, json=data)
        elif method in ("PUT", "PATCH"):
            response = requests.request(method, url, headers=self.headers, json=data)
        else:
            raise ValueError(f"unsupported: {method}")
        return response.json()

    def objects(self):
        return self._call("objects")  # call: GET /v2/objects

    def create_list(self, data):
        return self._call("lists", "post", data)  # call: POST /v2/lists

    def update_task(self, task_id, data):
        return self._call(f"tasks/{task_id}", method="PATCH", data=data)  # call: PATCH /v2/tasks/{task_id}
