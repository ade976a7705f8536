import requests


class Attio:
    def __init__(self, key=None):
        self.key = key

    def get(self, resource):
        return requests.get(f"https://api.attio.com/v2/{resource}")
