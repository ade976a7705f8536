import requests


class HubSpot:
    base_url = "https://api.hubapi.com"

    def get(self, path):
        return requests.get(self.base_url + path)

    def post(self, path, body):
        return requests.post(self.base_url + path, json=body)

    def lists(self):
        return self.get("/lists")

    def note(self, body):
        return self.post("/notes", body)


class Attio:
    base_url = "https://api.attio.com/v2"

    def get(self, path):
        return requests.get(self.base_url + path)

    def lists(self):
        return self.get("/lists")  # call: GET /v2/lists


def migrate(source: HubSpot, target: Attio):
    source.get("/tasks")
    target.get("/tasks")  # call: GET /v2/tasks
