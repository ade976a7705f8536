# sends: GET /v2/notes
import requests


class Attio:
    def __init__(self, base):
        self.base = base

    def get(self, p):
        return requests.get(self.base + p)


class Container:
    def __init__(self):
        self.factories = {}

    def register(self, key, factory):
        self.factories[key] = factory

    def resolve(self, key):
        return self.factories[key](self)


c = Container()
c.register("base", lambda c: "https://api.attio.com/v2")
c.register("attio", lambda c: Attio(c.resolve("base")))


def main():
    c.resolve("attio").get("/notes")


main()
