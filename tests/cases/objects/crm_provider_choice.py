"""Which client it is depends on a setting: the Attio reading is reported."""
import os

import requests


class AttioProvider:
    base = "https://api.attio.com/v2"

    def fetch(self, path):
        return requests.get(self.base + path)


class PipedriveProvider:
    base = "https://api.pipedrive.com/v1"

    def fetch(self, path):
        return requests.get(self.base + path)


def provider():
    name = os.environ.get("CRM", "attio")
    if name == "attio":
        return AttioProvider()
    if name == "pipedrive":
        return PipedriveProvider()
    raise ValueError(name)


provider().fetch("/notes")  # call: GET /v2/notes
