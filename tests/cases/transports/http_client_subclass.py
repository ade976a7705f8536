import http.client


class Connection(http.client.HTTPSConnection):
    def __init__(self):
        super().__init__("api.attio.com", timeout=3)

    def call(self, verb, path):
        self.request(verb, "/v2" + path)
        return self.getresponse().read()


class Plain(http.client.HTTPSConnection):
    pass


def main():
    Connection().call("GET", "/notes")  # call: GET /v2/notes
    Plain("api.attio.com").request("POST", "/v2/tasks")  # call: POST /v2/tasks
    # near miss: another host
    Plain("api.hubapi.com").request("POST", "/v2/tasks")
