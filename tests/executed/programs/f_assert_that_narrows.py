# sends: GET /v2/notes
import requests


class A:
    s = None
    base = None

    def open(self):
        self.s = requests.Session()
        self.base = "https://api.attio.com/v2"

    def get(self, p):
        assert self.s is not None and self.base
        return self.s.get(self.base + p)


def main():
    a = A()
    a.open()
    a.get("/notes")


main()
