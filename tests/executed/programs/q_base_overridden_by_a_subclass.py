# sends: DELETE /v2/notes/{note_id}, GET /v2/notes, POST /v2/notes
# near: a subclass asks another vendor
import requests


class Api:
    BASE = "https://api.example.com"
    VERB = "GET"

    def path(self):
        return "/things"

    def run(self):
        return requests.request(self.VERB, self.BASE + self.path())


class AttioNotes(Api):
    BASE = "https://api.attio.com/v2"

    def path(self):
        return "/notes"


class AttioCreate(AttioNotes):
    VERB = "POST"


class AttioDrop(AttioNotes):
    VERB = "DELETE"

    def __init__(self, i):
        self.i = i

    def path(self):
        return super().path() + f"/{self.i}"


def main():
    for a in (Api(), AttioNotes(), AttioCreate(), AttioDrop(3)):
        a.run()


main()
