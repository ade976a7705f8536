"""Keyword arguments in a dict."""
import requests


class Attio:
    def __init__(self):
        self.url = "https://api.attio.com/v2"

    def send(self, **options):
        defaults = {"timeout": 10, "headers": {}}
        return requests.request(**{**defaults, **options})

    def objects(self):
        request = {"method": "GET", "url": f"{self.url}/objects"}
        return requests.request(**request)  # call: GET /v2/objects

    def notes(self):
        return self.send(method="POST", url=self.url + "/notes", json={})  # call: POST /v2/notes
