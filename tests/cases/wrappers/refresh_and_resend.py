import requests


class OAuthClient:
    API = "https://api.attio.com/v2"

    def __init__(self, store):
        self.store = store

    def _send(self, method, path, **kwargs):
        return requests.request(method, self.API + path, headers={"Authorization": self.store.token}, **kwargs)

    def call(self, method, path, **kwargs):
        response = self._send(method, path, **kwargs)
        if response.status_code == 401:
            self.refresh()
            response = self._send(method, path, **kwargs)
        return response.json()

    def refresh(self):
        self.store.token = requests.post("https://auth.example.com/token").json()["access_token"]

    def me(self):
        return self.call("GET", "/self")  # call: GET /v2/self
