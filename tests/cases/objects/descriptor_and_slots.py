"""Slots and a class-level session."""
import requests


class Attio:
    __slots__ = ("token", "root")
    session = requests.Session()

    def __init__(self, token, root="https://api.attio.com/v2"):
        self.token, self.root = token, root

    def delete(self, *path):
        url = self.root
        for part in path:
            url += f"/{part}"
        return self.session.delete(url)

    def drop(self, task_id):
        return self.delete("tasks", task_id)  # call: DELETE /v2/tasks/{task_id}
