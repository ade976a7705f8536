# sends: GET /v2/tasks
# near: configure() is called on two objects of one class, one is another vendor's
import requests


class Client:
    def __init__(self):
        self.base = ""

    def configure(self, base):
        self.base = base
        return self

    def get(self, path):
        return requests.get(self.base + path)


def attio_tasks():
    return Client().configure("https://api.attio.com/v2").get("/tasks")


def asana_tasks():
    return Client().configure("https://app.asana.com/api/1.0").get("/workspaces")


attio_tasks()
asana_tasks()
