"""A module of our own that has the SDK's name."""
import requests

BASE = "https://api.attio.com/v2"


class SDK:
    def __init__(self, oauth2):
        self.token = oauth2

    def create(self, path, body):
        return requests.post(BASE + path, json=body)


def find(slug):
    return requests.post(f"{BASE}/objects/{slug}/records/query")  # call: POST /v2/objects/{object}/records/query
