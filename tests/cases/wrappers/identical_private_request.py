import requests


class AttioClient:
    BASE_URL = "https://api.attio.com/v2"

    def _request(self, method, path, **kwargs):
        return requests.request(method, f"{self.BASE_URL}{path}", **kwargs)

    def notes(self):
        return self._request("GET", "/notes")  # call: GET /v2/notes


class NotionClient:
    BASE_URL = "https://api.notion.example/v1"

    def _request(self, method, path, **kwargs):
        return requests.request(method, f"{self.BASE_URL}{path}", **kwargs)

    def notes(self):
        return self._request("GET", "/notes")
