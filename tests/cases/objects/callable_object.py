"""An object that is called."""
import requests


class Attio:
    def __init__(self, base):
        self.base = base

    def __call__(self, method, path, **kwargs):
        return requests.request(method, self.base + path, **kwargs)


attio = Attio("https://api.attio.com/v2")
other = Attio("https://api.example.com/v2")
attio("GET", "/meetings")  # call: GET /v2/meetings
other("GET", "/meetings")
