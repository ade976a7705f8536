"""Fakes that stand in for the client: their methods record, they send nothing."""
# expects nothing
from unittest.mock import AsyncMock, MagicMock, patch

import httpx

BASE = "https://api.attio.com/v2"


class FakeSession:
    def __init__(self):
        self.calls = []

    def request(self, method, url, **kw):
        self.calls.append((method, url))
        return MagicMock(status_code=200)

    def get(self, url, **kw):
        return self.request("GET", url, **kw)


class StubTransport(httpx.BaseTransport):
    def handle_request(self, request):
        return httpx.Response(200, json={})


fake = FakeSession()
fake.get(BASE + "/lists")
fake.request("POST", BASE + "/notes")
client = httpx.Client(transport=httpx.MockTransport(lambda r: httpx.Response(200)), base_url=BASE)
client.get("/self")
mock = AsyncMock()
mock.get(BASE + "/objects")
with patch("requests.get") as get:
    get(BASE + "/tasks")
