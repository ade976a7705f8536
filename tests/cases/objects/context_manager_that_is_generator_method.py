"""Client made in an async context method, used in many."""
import contextlib

import aiohttp
import httpx


class Attio:
    base_url = "https://api.attio.com/v2"

    @contextlib.asynccontextmanager
    async def _client(self):
        async with httpx.AsyncClient(base_url=self.base_url) as c:
            yield c

    @contextlib.contextmanager
    def sync_client(self):
        c = httpx.Client(base_url=self.base_url)
        try:
            yield c
        finally:
            c.close()

    async def lists(self):
        async with self._client() as c:
            r = await c.get("/lists")  # call: GET /v2/lists
        return r.json()

    def notes(self):
        with self.sync_client() as c, open("x") as f:
            return c.post("/notes", json={"data": f.read()}).json()  # call: POST /v2/notes

    async def stack(self):
        async with contextlib.AsyncExitStack() as stack:
            c = await stack.enter_async_context(self._client())
            s = await stack.enter_async_context(aiohttp.ClientSession())
            await c.get("/objects")  # call: GET /v2/objects
            await s.get(self.base_url + "/self")  # call: GET /v2/self
