# sends: DELETE /v2/notes/{note_id}, GET /v2/self
import requests


class Attio:
    def call(self, verb, path):
        return requests.request(verb, "https://api.attio.com/v2" + path)


_clients = {}


def register(name, make):
    _clients[name] = make()


def client(name):
    return _clients[name]


def main():
    register("attio", Attio)
    client("attio").call("DELETE", "/notes/1")
    client("attio").call("GET", "/self")


main()
