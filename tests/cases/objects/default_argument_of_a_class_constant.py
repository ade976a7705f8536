import requests


class Client:
    BASE = "https://api.attio.com/v2"
    NOTES = "/notes"

    def __init__(self, token, base=BASE, *, tail=NOTES):
        self.token, self.base, self.tail = token, base, tail

    def note(self, key):
        return requests.get(f"{self.base}/notes/{key}")  # call: GET /v2/notes/{note_id}

    def path(self, tail=NOTES):
        return requests.get(self.base + tail)


client = Client("t")
client.path()  # call: GET /v2/notes
