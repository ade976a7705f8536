import requests


class Config:
    BASE_URL = "https://api.attio.com/v2"
    TASKS = BASE_URL + "/tasks"


class Tasks:
    URL = Config.TASKS

    @classmethod
    def list(cls):
        return requests.get(cls.URL)  # call: GET /v2/tasks

    @staticmethod
    def create(body):
        return requests.post(Config.TASKS, json=body)  # call: POST /v2/tasks

    def update(self, task_id, body):
        return requests.patch(f"{type(self).URL}/{task_id}", json=body)  # call: PATCH /v2/tasks/{task_id}
