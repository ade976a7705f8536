# sends: GET /v2/notes
# unknowable: GET /v2/notes
import requests


class Flow:
    def __init__(self):
        self.step = self.prepare
        self.url = None

    def run(self):
        while self.step:
            self.step = self.step()

    def prepare(self):
        return self.look

    def look(self):
        return self.check

    def check(self):
        return self.wait

    def wait(self):
        return self.address

    def address(self):
        self.url = "https://api.attio.com/v2/notes"
        return self.send

    def send(self):
        requests.get(self.url)


Flow().run()
