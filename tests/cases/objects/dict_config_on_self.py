"""The configuration is a dict on the instance."""
from urllib.parse import urljoin

import requests


class Worker:
    def __init__(self):
        self.config = {
            "base_url": "https://api.attio.com/v2/",
            "slack": {"base_url": "https://slack.com/api/"},
        }

    def get(self, endpoint):
        return requests.get(urljoin(self.config["base_url"], endpoint))

    def run(self):
        requests.get(urljoin(self.config["slack"]["base_url"], "objects"))
        return self.get("objects")  # call: GET /v2/objects
