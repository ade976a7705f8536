# sends: GET /v2/tasks
# near: a setter with Attio's address that stores it
import requests


class Client:
    def __init__(self):
        self._root = None

    @property
    def root(self):
        return self._root

    @root.setter
    def root(self, value):
        self._root = value.rstrip("/")


client = Client()
client.root = "https://api.attio.com/v2/"
requests.get(client.root + "/tasks")
