import requests


class CopperClient:
    def patch(self, path, body):
        return requests.patch("https://api.copper.com/developer_api/v1" + path, json=body)
