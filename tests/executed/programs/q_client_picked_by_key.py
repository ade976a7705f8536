# sends: GET /v2/notes
# near: the other key's is another vendor's
import requests


class Api:
    def __init__(self, b):
        self.b = b

    def get(self, p):
        return requests.get(self.b + p)


def client(env):
    return Api({"prod": "https://api.attio.com/v2", "dev": "http://x"}[env])


def main():
    client("prod").get("/notes")
    client("dev").get("/x")


main()
