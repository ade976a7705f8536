"""What comes after `*parts` in a call comes after them in the path."""
import requests


class Url:
    def __init__(self, *parts):
        self.parts = list(parts)

    def child(self, part):
        return Url(*self.parts, part)

    def get(self):
        return requests.get("https://api.attio.com/v2/" + "/".join(self.parts))


Url("objects", "people").child("attributes").get()  # call: GET /v2/{target}/{identifier}/attributes
