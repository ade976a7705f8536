"""A decorator gives a method its verb and path; the body only builds the payload."""
import functools

import requests

BASE = "https://api.attio.com/v2"


def endpoint(method, template):
    def decorate(build):
        @functools.wraps(build)
        def call(self, *args, **kwargs):
            payload = build(self, *args, **kwargs)
            return self.session.request(method, BASE + template.format(**kwargs), json=payload).json()

        return call

    return decorate


class Client:
    def __init__(self, token):
        self.session = requests.Session()

    @endpoint("POST", "/notes")
    def create_note(self, title, content):
        return {"data": {"title": title, "content": content}}

    @endpoint("PATCH", "/tasks/{task_id}")
    def complete(self, *, task_id):
        return {"data": {"is_completed": True}}


client = Client("t")
client.create_note("a", "b")  # call: POST /v2/notes
client.complete(task_id="1")  # call: PATCH /v2/tasks/{task_id}
