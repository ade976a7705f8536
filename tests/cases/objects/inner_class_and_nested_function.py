"""A nested class and a nested function."""
import requests


class Attio:
    class Config:
        base = "https://api.attio.com"

    def notes(self):
        def url(path):
            return f"{self.Config.base}/v2/{path}"

        def fetch():
            return requests.get(url("notes"))  # call: GET /v2/notes

        return fetch().json()
