import requests


class Attio:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)
