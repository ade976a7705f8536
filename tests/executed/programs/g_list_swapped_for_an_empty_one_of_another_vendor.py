# sends: nothing
# near: another vendor's address
import requests


class Jobs:
    def __init__(self):
        self.pending = [("GET", "/objects")]

    def do(self, verb, path):
        requests.request(verb, "https://api.hubapi.com" + path)
        if path == "/objects":
            self.pending.append(("POST", "/notes"))

    def run(self):
        while self.pending:
            batch, self.pending = self.pending, []
            for verb, path in batch:
                self.do(verb, path)


Jobs().run()
