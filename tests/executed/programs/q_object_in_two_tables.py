# sends: GET /v2/notes, GET /v2/tasks
# near: one of the objects is another vendor's
import requests


class S:
    base = None


class A:
    def __init__(self, s):
        self.s = s

    def get(self, p):
        return requests.get(self.s.base + p)


def main():
    s = S()
    a = A(s)
    b = A(s)
    c = A(S())
    s.base = "https://api.attio.com/v2"
    c.s.base = "https://api.hubapi.com"
    a.get("/notes")
    b.get("/tasks")
    c.get("/x")


main()
