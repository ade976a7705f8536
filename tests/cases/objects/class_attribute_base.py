"""The base URL is a class attribute; each method builds its own URL."""
import os

import requests


class Crm:
    API = "https://api.attio.com/v2"

    def __init__(self):
        self.headers = {"Authorization": f"Bearer {os.environ['ATTIO_KEY']}"}

    def objects(self):
        return requests.get(f"{self.API}/objects", headers=self.headers)  # call: GET /v2/objects

    def person(self, record_id):
        return requests.get(f"{Crm.API}/objects/people/records/{record_id}", headers=self.headers)  # call: GET /v2/objects/{object}/records/{record_id}

    @classmethod
    def ping(cls, token):
        return requests.get(cls.API + "/self", headers={"Authorization": token})  # call: GET /v2/self
