import requests


class AttioClient:
    def patch(self, path, body):
        return requests.patch("https://api.attio.com/v2" + path, json=body)
