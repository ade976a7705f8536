"""Classes that derive from text and tuple, and say in `__new__` what they are."""
import requests


class Url(str):
    def __new__(cls, *parts):
        return super().__new__(cls, "/".join(("https://api.attio.com/v2", *parts)))

    def __truediv__(self, part):
        return Url.plain(f"{self}/{part}")

    @classmethod
    def plain(cls, text):
        return str.__new__(cls, text)


class Base(str):
    def __new__(cls, base="https://api.attio.com/v2/"):
        made = super().__new__(cls, base.rstrip("/"))
        made.verb = "POST"
        return made


class Row(tuple):
    def __new__(cls, verb, path):
        return super().__new__(cls, (verb, "https://api.attio.com/v2" + path))


requests.get(Url("notes"))  # call: GET /v2/notes
requests.get(Url("notes") / "1")  # call: GET /v2/notes/{note_id}
base = Base()
requests.request(base.verb, base + "/tasks")  # call: POST /v2/tasks
requests.get(Base("https://api.hubapi.com/") + "/tasks")
verb, url = Row("GET", "/webhooks")
requests.request(verb, url)  # call: GET /v2/webhooks
requests.request(*Row("GET", "/self"))  # call: GET /v2/self
