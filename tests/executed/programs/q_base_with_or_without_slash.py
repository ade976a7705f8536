# sends: GET /v2/notes, GET /v2/self, GET /v2/tasks
# near: one of the bases is another vendor's
import requests


class C:
    def __init__(self, base):
        self.base = base if base.endswith("/") else base + "/"

    def u(self, p):
        if p.startswith("http"):
            return p
        p = p[1:] if p[0] == "/" else p
        return self.base + p.removesuffix("/").removeprefix("v2/")

    def get(self, p):
        return requests.get(self.u(p))


def main():
    c = C("https://api.attio.com/v2")
    c.get("/notes/")
    c.get("v2/tasks")
    c.get("https://api.attio.com/v2/self")
    c.get("https://hooks.slack.com/x")


main()
