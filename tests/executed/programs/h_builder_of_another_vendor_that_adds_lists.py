# sends: nothing
# near: another vendor's address
import requests


class Query:
    def __init__(self):
        self.path = ["https://api.hubapi.com"]
        self.verb = "GET"

    def at(self, *names):
        self.path += ["objects", *names]
        return self

    def query(self):
        self.path.append("records")
        self.path += ["query"]
        self.verb = "POST"
        return self

    def send(self):
        return requests.request(self.verb, "/".join(self.path))


Query().at("people").query().send()
Query().at("people").send()
