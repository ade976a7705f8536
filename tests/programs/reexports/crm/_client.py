import requests


class Client:
    def __init__(self, url, token):
        self.url = url
        self.http = requests.Session()
        self.http.headers.update({"Authorization": f"Bearer {token}"})

    def _request(self, method, path, body=None):
        response = self.http.request(method, self.url + path, json=body)
        response.raise_for_status()
        return response.json()

    def get(self, path):
        return self._request("GET", path)

    def patch(self, path, body):
        return self._request("PATCH", path, body)
