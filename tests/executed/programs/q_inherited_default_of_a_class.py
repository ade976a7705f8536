# sends: GET /v2/notes
# near: the class above asks another vendor
import requests


class Base:
    limit = 10
    host = "https://api.attio.com/v2"


class S(Base):
    def get(self, p):
        return requests.get(self.host + p)

    def switch(self):
        self.host = "https://api.hubapi.com"


def main():
    s = S()
    s.get("/notes")
    s.switch()
    s.get("/x")


main()
