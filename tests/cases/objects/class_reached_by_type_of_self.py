import requests


class Attio:
    BASE = "https://api.attio.com/v2"
    timeout = 10

    def get(self, path):
        return requests.get(self.__class__.BASE + path, timeout=type(self).timeout)

    def post(self, path):
        return requests.post(f"{type(self).BASE}{path}")

    def run(self):
        self.get("/lists")  # call: GET /v2/lists
        type(self).post(self, "/notes")  # call: POST /v2/notes
        Attio.get(self, "/tasks")  # call: GET /v2/tasks
