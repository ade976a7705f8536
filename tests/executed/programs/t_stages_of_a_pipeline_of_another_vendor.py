# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
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
        return "https://api.pipedrive.com/v2" + item


class Fetch(Stage):
    def process(self, item):
        return requests.get(item).json()


def main():
    link = "See https://api.attio.com/v2/notes"
    print(link)
    head = Prefix()
    head.then(Fetch())
    head.push("/notes")


main()
