"""Each resource has its path as a class attribute; the methods of the base class build the URL."""
import requests


class Resource:
    path = ""

    def __init__(self, http):
        self.http = http

    def item(self, suffix=""):
        return f"{self.path}{suffix}"


class Tasks(Resource):
    path = "/tasks"

    def all(self):
        return self.http.get("https://api.attio.com/v2" + self.path)  # call: GET /v2/tasks

    def one(self, task_id):
        return self.http.get("https://api.attio.com/v2" + self.item(f"/{task_id}"))  # call: GET /v2/tasks/{task_id}


class Webhooks(Resource):
    path = "/webhooks"

    def create(self, data):
        return self.http.post(f"https://api.attio.com/v2{self.path}", json=data)  # call: POST /v2/webhooks


http = requests.Session()
Tasks(http).all()
Webhooks(http).create({})
