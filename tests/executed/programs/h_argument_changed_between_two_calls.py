# sends: GET /v2/notes, GET /v2/self, POST /v2/tasks
import requests


class Client:
    def __init__(self):
        self.verb = "GET"

    def send(self, path):
        return requests.request(self.verb, "https://api.attio.com/v2" + path)


def job(client):
    client.send("/notes")
    client.verb = "POST"
    client.send("/tasks")
    client.verb = "GET"
    client.send("/self")


job(Client())
