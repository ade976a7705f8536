"""Special methods that a class body assigns: other methods, functions, lambdas. One that is taken back is none."""
import requests

ROOT = "https://api.attio.com/v2"


def as_item(self, key):
    return f"{self.root}/{key}"


class Urls:
    root = ROOT

    def resolve(self, key):
        return f"{self.root}/{key}"

    def keep(self, key, value):
        self.root = value

    def shown(self):
        return self.root + "/self"

    __getitem__ = resolve
    __setitem__ = keep
    __str__ = shown
    __truediv__ = lambda self, key: f"{self.root}/{key}"


class More(Urls):
    __getitem__ = as_item


class Odd(Urls):
    root = "https://api.hubapi.com"
    __str__ = None


class Missing:
    def resolve(self, name):
        return f"{ROOT}/{name}"

    __getattr__ = resolve


urls = Urls()
requests.get(urls["tasks"])  # call: GET /v2/tasks
requests.get(More()["notes"])  # call: GET /v2/notes
requests.get(urls / "lists")  # call: GET /v2/lists
requests.get(f"{urls}")  # call: GET /v2/self
requests.get(Missing().webhooks)  # call: GET /v2/webhooks
requests.get(Odd()["tasks"])
odd = Odd()
odd["root"] = ROOT + "/objects"
requests.get(odd["people"])  # call: GET /v2/objects/{object}
