import requests


class RestClient:
    def __init__(self, base):
        self.base = base

    def get(self, path):
        return requests.get(self.base + path)
