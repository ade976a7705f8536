import requests


class RestClient:
    BASE = ""

    def _request(self, method, path):
        return requests.request(method, self.BASE + path)


class Attio(RestClient):
    BASE = "https://api.attio.com/v2"

    def tasks(self):
        return self._request("GET", "/tasks")  # call: GET /v2/tasks


class Asana(RestClient):
    BASE = "https://app.asana.com/api/1.0"

    def tasks(self):
        return self._request("GET", "/tasks")
