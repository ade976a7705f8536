# sends: GET /v2/notes, GET /v2/tasks
# near: one factory, two classes, each with its own path
import requests


def resource(path):
    class Resource:
        def all(self):
            return requests.get("https://api.attio.com/v2/" + path)

    return Resource


notes, tasks = resource("notes"), resource("tasks")
notes().all()
tasks().all()
