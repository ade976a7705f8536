# sends: GET /v2/tasks/{task_id}, PATCH /v2/tasks/{task_id}
import requests


class Task:
    def __init__(self, key):
        self.url = "https://api.attio.com/v2/tasks/" + key

    def _get(self):
        return requests.get(self.url).json()

    def _set(self, value):
        requests.patch(self.url, json={"is_completed": value})

    done = property(_get, _set)


task = Task("1")
task.done = not task.done
