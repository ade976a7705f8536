import functools
import requests


class A:
    def __init__(self):
        s = requests.Session()
        self._get = functools.partial(self._request, "GET")
        self._post = functools.partial(self._request, method="POST")
        self.fetch = lambda path, **kw: s.get("https://api.attio.com/v2" + path, **kw)
        s.request = functools.partial(s.request, timeout=5)
        self.s = s

    def _request(self, method, path=None, **kw):
        return self.s.request(method, f"https://api.attio.com/v2{path}", **kw)

    def run(self):
        self._get("/lists")  # call: GET /v2/lists
        self._post(path="/notes")  # call: POST /v2/notes
        self.fetch("/tasks")  # call: GET /v2/tasks
        self.s.request("GET", "https://api.attio.com/v2/self")  # call: GET /v2/self
