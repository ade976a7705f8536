"""What the framework is used for: it calls `collect` by names that stand in the framework."""

import requests

from framework.service import Service


class Attio(Service):
    base = "https://api.attio.com/v2"

    def collect(self, path):
        return requests.get(self.base + path, timeout=10)

    def members(self):
        self.watched()
        return self.collect("/workspace_members")  # call: GET /v2/workspace_members


class Close(Service):
    def collect(self, path):
        return requests.get("https://api.close.com/api/v1" + path, timeout=10)
