# sends: POST /v2/lists/{list}/entries
import requests


class Ask:
    def __init__(self):
        self._root, self._verb, self._parts = "", "GET", []

    def at(self, root):
        self._root = root
        return self

    def verb(self, verb):
        self._verb = verb
        return self

    def part(self, text):
        self._parts.append(text)
        return self

    def send(self):
        return requests.request(self._verb, "/".join([self._root, *self._parts]))


def main():
    Ask().at("https://api.attio.com/v2").part("lists").part("sales").part("entries").verb("POST").send()


main()
