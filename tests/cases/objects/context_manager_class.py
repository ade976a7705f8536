"""A class that is its own context manager."""
import httpx


class AttioSession:
    def __init__(self, token):
        self._token = token

    def __enter__(self):
        self._client = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": self._token})
        return self

    def __exit__(self, *exc):
        self._client.close()

    def get(self, path):
        return self._client.get(path)


with AttioSession("t") as attio:
    attio.get("/objects/deals")  # call: GET /v2/objects/{object}
