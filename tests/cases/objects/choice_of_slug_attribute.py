"""A dict on the class gives method and path for an action."""
import requests


class Attio:
    ACTIONS = {
        "create_note": ("POST", "/notes"),
        "list_tasks": ("GET", "/tasks"),
    }

    def run(self, action):
        method, path = self.ACTIONS[action]
        return requests.request(method, "https://api.attio.com/v2" + path)  # call: POST /v2/notes | GET /v2/tasks
