import httpx
import requests


class ByMethod:
    def __init__(self):
        self.base = None

    def configure(self, base):
        self.base = base

    def notes(self):
        return requests.get(self.base + "/notes")  # call: GET /v2/notes


class ByAttribute:
    base = ""

    def tasks(self):
        return requests.get(self.base + "/tasks")  # call: GET /v2/tasks


class ByContext:
    def __enter__(self):
        self.http = httpx.Client(base_url="https://api.attio.com/v2")
        return self

    def __exit__(self, *error):
        self.http.close()

    def lists(self):
        return self.http.get("/lists")  # call: GET /v2/lists


by_method = ByMethod()
by_attribute = ByAttribute()


def main():
    by_method.configure("https://api.attio.com/v2")
    by_attribute.base = "https://api.attio.com/v2"
    by_method.notes()
    by_attribute.tasks()
    with ByContext() as by_context:
        by_context.lists()
