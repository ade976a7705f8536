import os
import httpx


class Base:
    def __init__(self, *, base_url, token, **kwargs):
        super().__init__(**kwargs)
        self.base_url = base_url
        self.token = token

    def request(self, method, path):
        return httpx.request(method, self.base_url + path, headers={"Authorization": self.token})


class Attio(Base):
    def __init__(self, token, **kwargs):
        super().__init__(base_url="https://api.attio.com/v2", token=token, **kwargs)

    @classmethod
    def from_env(cls, **kwargs):
        return cls(os.environ["ATTIO_TOKEN"], **kwargs)

    def me(self):
        return self.request("GET", "/self")  # call: GET /v2/self


class Sync:
    def __init__(self, attio=None):
        self.attio = attio or Attio.from_env()

    def run(self):
        self.attio.request("GET", "/tasks")  # call: GET /v2/tasks


Sync().run()
