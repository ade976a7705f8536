"""The path is the factory's argument: known where the factory is called."""
import requests


def resource(tail):
    class Resource:
        url = "https://api.attio.com/v2" + tail

        def all(self):
            return requests.get(self.url)

        def new(self, body):
            return requests.post(self.url, json=body)

    return Resource()


notes = resource("/notes")
tasks = resource("/tasks")
notes.all()  # call: GET /v2/notes
tasks.new({})  # call: POST /v2/tasks
