# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
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
        super().__init__(base="https://api.hubapi.com/v2")

    def get(self, p):
        return self.session.get(self.base + p)


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    Client().get("/notes")


main()
