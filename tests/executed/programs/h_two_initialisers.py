# sends: GET /v2/notes
import requests


class HasBase:
    def __init__(self, *a, base=None, **k):
        super().__init__(*a, **k)
        self.base = base


class HasSession:
    def __init__(self, *a, session=None, **k):
        super().__init__(*a, **k)
        self.session = session or requests.Session()


class Client(HasBase, HasSession):
    def __init__(self):
        super().__init__(base="https://api.attio.com/v2")

    def get(self, p):
        return self.session.get(self.base + p)


def main():
    Client().get("/notes")


main()
