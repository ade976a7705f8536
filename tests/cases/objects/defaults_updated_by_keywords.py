"""Defaults in a mapping that is updated with what a caller gives: its entries count, and those that it does not give stay."""
import requests

V2 = "https://api.attio.com/v2"


class Settings:
    def __init__(self, more=None, **over):
        self.data = {"base": V2, "verb": "GET"}
        self.data.update(more or {})
        self.data.update(over)
        self.data["path"] = "/notes"

    def __getattr__(self, name):
        return self.data[name]


def options(**over):
    found = dict(base=V2, verb="GET", path="/lists")
    found.update(over)
    return found


def send(given):
    requests.request(given["verb"], given["base"] + given.get("path"))


def main():
    plain = Settings()
    requests.request(plain.data["verb"], plain.data["base"] + plain.data["path"])  # call: GET /v2/notes
    posts = Settings(verb="POST")
    requests.request(posts.verb, posts.base + "/tasks")  # call: POST /v2/tasks
    other = Settings(base="https://api.hubapi.com")
    requests.get(other.data["base"] + "/notes")
    another = Settings({"base": "https://api.hubapi.com"})
    requests.get(another.data.get("base") + "/notes")
    send(options())  # call: GET /v2/lists
    send(options(verb="POST", path="/webhooks"))  # call: POST /v2/webhooks
    send(options(base="https://api.hubapi.com"))
