# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import requests


class Cl:
    def __init__(self):
        self._base = None

    @property
    def base(self):
        return self._base

    @base.setter
    def base(self, v):
        self._base = v.rstrip("/") + "/v2"

    def get(self, p):
        return requests.get(self.base + p)


def main():
    assert "https://api.attio.com/v2/notes"
    c = Cl()
    c.base = "https://slack.com/"
    c.get("/notes")
    setattr(c, "base", "https://slack.com")
    c.get("/tasks")


main()
