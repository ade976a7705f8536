import requests


class Ask:
    def __init__(self, verb, path):
        self.verb, self.path = verb, path

    def go(self):
        return requests.request(self.verb, "https://api.attio.com/v2" + self.path)


def run():
    ask = Ask("GET", "/notes")
    same = ask
    same.verb = "DELETE"
    same.path += "/1"
    ask.go()  # call: DELETE /v2/notes/{note_id}
