import requests


class AttioClient:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)
