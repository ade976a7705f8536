import requests


class Attio:
    def __init__(self, token):
        self.base_url = "https://api.attio.com/v2"
        self.headers = {"Authorization": f"Bearer {token}"}

    def _request(self, method, path, **kwargs):
        return requests.request(method, self.base_url + path, headers=self.headers, **kwargs)

    def _get(self, path, **params):
        return self._request("GET", path, params=params)

    def _post(self, path, body=None):
        return self._request("POST", path, json=body)

    def _patch(self, path, body=None):
        return self._request("PATCH", path, json=body)

    def notes(self):
        return self._get("/notes", limit=50)  # call: GET /v2/notes

    def create_note(self, note):
        return self._post("/notes", {"data": note})  # call: POST /v2/notes

    def finish_task(self, task_id):
        return self._patch(f"/tasks/{task_id}", {"data": {"is_completed": True}})  # call: PATCH /v2/tasks/{task_id}
