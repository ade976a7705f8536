"""Two classes of one line have a private attribute of the same name: each method means its own class's."""
import requests


class Transport:
    def __init__(self):
        self.__base = "https://api.attio.com/v2"

    def __send(self, verb, path, **kwargs):
        return requests.request(verb, self.__base + path, timeout=10, **kwargs)

    def fetch(self, path):
        return self.__send("GET", path)


class Crm(Transport):
    def __init__(self):
        super().__init__()
        self.__base = "https://crm.example.com"

    def __send(self, path):
        return requests.post(self.__base + path, timeout=10)

    def report(self):
        return self.__send("/notes")

    def lists(self):
        return self.fetch("/lists")  # call: GET /v2/lists

    def task(self, body):
        return self._Transport__send("POST", "/tasks", json=body)  # call: POST /v2/tasks


def tell(crm: Crm):
    crm._Crm__send("/tasks")
    return crm._Transport__send("GET", "/objects")  # call: GET /v2/objects
