import requests

BASE = "https://api.attio.com/v2"


def getter(path):
    def fetch(**params):
        return requests.get(BASE + path, params=params)

    return fetch


lists = getter("/lists")
things = {"objects": getter("/objects"), "tasks": getter("/tasks")}


def sync():
    lists(limit=10)  # call: GET /v2/lists
    things["objects"]()  # call: GET /v2/objects


def within(path):
    def fetch():
        return requests.get(BASE + path)

    return fetch()


within("/self")  # call: GET /v2/self


def main():
    getter("/webhooks")()  # call: GET /v2/webhooks
