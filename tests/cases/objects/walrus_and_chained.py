"""Chained and assigned in an expression."""
import requests


class Attio:
    def __init__(self):
        self.http = self._open()

    def _open(self):
        session = requests.Session()
        session.headers.update({"Authorization": "Bearer x"})
        return session

    def with_token(self, token):
        self.http.headers["Authorization"] = token
        return self

    def get(self, path):
        return self.http.get("https://api.attio.com/v2" + path)


if (response := Attio().with_token("x").get("/lists")).ok:  # call: GET /v2/lists
    print(response)
