# sends: GET /v2/objects/{object}, POST /v2/objects/{object}/records/query
import requests


class Query:
    def __init__(self):
        self.path = ["https://api.attio.com/v2"]
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
