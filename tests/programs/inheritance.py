import os

import requests


class Resource:
    base = "https://api.attio.com/v2"
    path = ""

    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def all(self):
        return self.session.get(self.base + self.path).json()["data"]

    def one(self, key):
        return self.session.get(f"{self.base}{self.path}/{key}").json()["data"]


class Lists(Resource):
    path = "/lists"


class Members(Resource):
    path = "/workspace_members"

    def emails(self):
        return [member["email_address"] for member in self.all()]


token = os.environ["ATTIO_TOKEN"]
lists, members = Lists(token), Members(token)
for item in lists.all():
    lists.one(item["api_slug"])
members.emails()
members.one("2")
