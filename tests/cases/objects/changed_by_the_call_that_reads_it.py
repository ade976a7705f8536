"""A call that reads an attribute and changes it sends what was there before; one that need not change it leaves what was there."""
import requests

V2 = "https://api.attio.com/v2"


class Login:
    token = None
    base = "https://app.attio.com"

    def login(self):
        requests.post(f"{self.base}/oauth/token")  # call: POST /oauth/token
        self.token = "x"
        self.base = V2

    def get(self, path):
        if not self.token:
            self.login()
        return requests.get(self.base + path)


class Query:
    def __init__(self):
        self.verb = "GET"
        self.path = "/self"

    def go(self, path, verb=None):
        if verb:
            self.verb = verb
        return requests.request(self.verb, V2 + path)

    def then(self, path):
        requests.get(V2 + self.path)  # call: GET /v2/self
        self.path = path


def main():
    client = Login()
    client.get("/notes")  # call: GET /v2/notes
    by_default = Query()
    by_default.go("/objects")  # call: GET /v2/objects
    given = Query()
    given.go("/notes", "POST")  # call: POST /v2/notes
    given.go("/tasks")  # call: POST /v2/tasks
    steps = Query()
    steps.then("/lists")
    steps.then("/webhooks")  # call: GET /v2/lists


main()
