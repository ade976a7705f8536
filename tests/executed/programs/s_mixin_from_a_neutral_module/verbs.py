import requests


class Verbs:
    root = ""

    def get(self, tail):
        return requests.get(self.root + tail)
