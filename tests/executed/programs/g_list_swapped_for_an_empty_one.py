# sends: GET /v2/objects, POST /v2/notes
import requests


class Jobs:
    def __init__(self):
        self.pending = [("GET", "/objects")]

    def do(self, verb, path):
        requests.request(verb, "https://api.attio.com/v2" + path)
        if path == "/objects":
            self.pending.append(("POST", "/notes"))

    def run(self):
        while self.pending:
            batch, self.pending = self.pending, []
            for verb, path in batch:
                self.do(verb, path)


Jobs().run()
