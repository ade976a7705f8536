"""The attribute is annotated with the class, its value comes from out of sight."""
import requests

from registry import resolve


class Attio:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)


class Job:
    client: Attio

    def __init__(self):
        self.client = resolve("attio")

    def run(self):
        return self.client.get("/objects")  # call: GET /v2/objects
