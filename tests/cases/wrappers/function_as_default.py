import requests


def third(http_get=requests.get):
    http_get("https://api.attio.com/v2/self")  # call: GET /v2/self


class Api:
    def __init__(self, post=requests.post):
        self.post = post

    def note(self):
        return self.post("https://api.attio.com/v2/notes")  # call: POST /v2/notes
