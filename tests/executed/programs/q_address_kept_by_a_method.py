# sends: GET /v2/notes
# near: before that it is another vendor's
import requests


class Job:
    def __init__(self):
        self.base = "https://api.hubapi.com"

    def get(self, p):
        return requests.get(self.base + p)

    def run(self):
        self.get("/x")
        self.base = "https://api.attio.com/v2"
        self.get("/notes")
        self.base = "https://api.stripe.com"
        self.get("/y")


def main():
    Job().run()


main()
