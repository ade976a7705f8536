import requests


class Caller:
    def __init__(self, base):
        self.base = base

    def __call__(self, method, path, **kwargs):
        return requests.request(method, f"{self.base}/{path}", **kwargs)


attio = Caller("https://api.attio.com/v2")
attio("GET", "threads/1")  # call: GET /v2/threads/{thread_id}
