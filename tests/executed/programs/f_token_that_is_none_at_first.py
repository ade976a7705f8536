# sends: GET /v2/notes, GET /v2/self
import requests


class C:
    session = None

    def connect(self):
        if self.session is None:
            self.session = requests.Session()
            self.session.get("https://api.attio.com/v2/self")
        return self.session

    def notes(self):
        return self.connect().get("https://api.attio.com/v2/notes")


def main():
    c = C()
    c.notes()
    c.notes()


main()
