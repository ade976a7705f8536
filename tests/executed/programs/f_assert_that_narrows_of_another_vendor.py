# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


class A:
    s = None
    base = None

    def open(self):
        self.s = requests.Session()
        self.base = "https://api.github.com/v2"

    def get(self, p):
        assert self.s is not None and self.base
        return self.s.get(self.base + p)


def main():
    assert "https://api.attio.com/v2/notes"
    a = A()
    a.open()
    a.get("/notes")


main()
