import requests


class Url:
    def __init__(self, base):
        self.text = base

    def add(self, word):
        self.text += "/" + word
        return self

    def get(self):
        return requests.get(self.text)


Url("https://api.attio.com/v2").add("lists").add("sales").get()  # call-or-unresolved: GET /v2/lists/{list}
