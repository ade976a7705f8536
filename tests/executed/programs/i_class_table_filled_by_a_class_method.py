# sends: POST /v2/comments
import requests


class Verbs:
    table = {}

    @classmethod
    def add(cls, name, verb, path):
        cls.table[name] = (verb, path)

    @classmethod
    def run(cls, name):
        verb, path = cls.table[name]
        return requests.request(verb, f"https://api.attio.com/v2{path}")


Verbs.add("comment", "POST", "/comments")
Verbs.run("comment")
