# sends: GET /v2/notes
# near: the registry's handlers get the client of their vendor
import requests

HANDLERS = []


class Http:
    def __init__(self, root):
        self.root = root

    def get(self, path):
        return requests.get(self.root + path)


def handles(function):
    HANDLERS.append(function)
    return function


@handles
def notes(clients):
    clients["attio"].get("/notes")


@handles
def issues(clients):
    clients["linear"].get("/issues")


def main():
    clients = {"attio": Http("https://api.attio.com/v2"), "linear": Http("https://api.linear.app")}
    for handler in HANDLERS:
        handler(clients)


main()
