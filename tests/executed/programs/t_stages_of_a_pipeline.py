# sends: GET /v2/notes
import requests


class Stage:
    def __init__(self):
        self.next = None

    def then(self, other):
        self.next = other
        return other

    def push(self, item):
        out = self.process(item)
        if self.next:
            self.next.push(out)


class Prefix(Stage):
    def process(self, item):
        return "https://api.attio.com/v2" + item


class Fetch(Stage):
    def process(self, item):
        return requests.get(item).json()


def main():
    head = Prefix()
    head.then(Fetch())
    head.push("/notes")


main()
