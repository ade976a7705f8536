import os

import requests


class Endpoint:
    def __init__(self, client, path):
        self.client, self.path = client, path

    def __call__(self, **params):
        return self.client.get(self.path, params=params)


class Client:
    def __init__(self, token):
        self._token = token

    @property
    def base(self):
        return "https://api.attio.com/v2"

    def get(self, path, params=None):
        return requests.get(self.base + path, params=params, headers={"Authorization": f"Bearer {self._token}"})


client = Client(os.environ["ATTIO_TOKEN"])
objects = Endpoint(client, "/objects")
objects(limit=3).raise_for_status()
