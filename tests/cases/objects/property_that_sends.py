"""A property, a context manager and an iteration that send: the request is where it is written, whoever reads the attribute."""
import requests

BASE = "https://api.attio.com/v2"


class Page:
    def __init__(self, path):
        self.path = path

    @property
    def data(self):
        return requests.get(BASE + self.path, timeout=10).json()  # call: GET /v2/lists | GET /v2/webhooks

    def __enter__(self):
        self.lock = requests.post(BASE + self.path, timeout=10)  # call: POST /v2/tasks
        return self

    def __exit__(self, *exc):
        return None


class Account:
    @property
    def me(self):
        return requests.get(f"{BASE}/self", timeout=10).json()  # call: GET /v2/self


print(Page("/lists").data, Account().me)


def report():
    page = Page("/webhooks")
    with Page("/tasks"):
        return page.data
