"""Two clients of one shape: only one of them is Attio's."""
import requests


class AttioApi:
    BASE = "https://api.attio.com/v2"

    def _request(self, method, path, **kwargs):
        return requests.request(method, self.BASE + path, **kwargs)

    def notes(self):
        return self._request("GET", "/notes")  # call: GET /v2/notes


class FolkApi:
    BASE = "https://api.folk.app/v1"

    def _request(self, method, path, **kwargs):
        return requests.request(method, self.BASE + path, **kwargs)

    def notes(self):
        return self._request("GET", "/notes")


def run():
    FolkApi()._request("GET", "/tasks")
    AttioApi()._request("GET", "/tasks")  # call: GET /v2/tasks
