import requests


class Verbs:
    root = ""

    def get(self, tail):
        return requests.get(self.root + tail)

    def ping(self):
        return requests.get(self.root + "/self")  # call: GET /v2/self
