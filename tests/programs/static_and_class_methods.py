import os

import requests


class Attio:
    HOST = "https://api.attio.com"

    @staticmethod
    def headers():
        return {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}

    @classmethod
    def url(cls, path):
        return cls.HOST + "/v2" + path

    @classmethod
    def view(cls, slug):
        return requests.get(cls.url(f"/objects/{slug}/views"), headers=cls.headers())

    @classmethod
    def emails(cls):
        return requests.get(cls.url("/emails"), headers=cls.headers())


Attio.view("people").raise_for_status()
Attio.emails().raise_for_status()
