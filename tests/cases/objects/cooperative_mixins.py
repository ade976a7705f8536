"""Inheritance three deep with cooperative kwargs, class constants joined in __init_subclass__-free ways, and a client bound late."""
import httpx


class HasHttp:
    def __init__(self, *args, http=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.http = http


class HasBase:
    base = ""

    def __init__(self, *args, base=None, **kwargs):
        super().__init__(*args, **kwargs)
        if base:
            self.base = base


class Retries:
    retries = 3

    def send(self, verb, path, **kw):
        for _ in range(self.retries):
            response = self.http.request(verb, self.base + path, **kw)
            if response.is_success:
                return response
        return response


class Client(HasHttp, HasBase, Retries):
    pass


class Attio(Client):
    base = "https://api.attio.com"
    version = "v2"

    def __init__(self, token, **kwargs):
        kwargs.setdefault("http", httpx.Client(headers={"Authorization": token}))
        super().__init__(**kwargs)

    def send(self, verb, path, **kw):
        return super().send(verb, f"/{self.version}{path}", **kw)

    def lists(self):
        return self.send("GET", "/lists")  # call: GET /v2/lists


class Sandbox(Attio):
    def notes(self):
        return super().send("GET", "/notes")  # call: GET /v2/notes


a = Attio("t")
a.send("POST", "/tasks")  # call: POST /v2/tasks
Sandbox("t").lists()
Client(http=httpx.Client(), base="https://api.example.com").send("GET", "/v2/lists")
