"""Attio's host, but no such endpoint."""
import requests


class Attio:
    root = "https://api.attio.com/v2"

    def get(self, path):
        return requests.get(self.root + path)

    def contacts(self):
        return self.get("/contacts")  # unknown

    def people(self):
        return self.get("/objects/people/records")  # unknown

    def objects(self):
        return self.get("/objects")  # call: GET /v2/objects
