"""aiohttp with base URL (and its slash), a session given in, raise_for_status and retries by aiohttp_retry."""
import asyncio

import aiohttp
from aiohttp_retry import ExponentialRetry, RetryClient


class Attio:
    def __init__(self, key, session: aiohttp.ClientSession | None = None):
        self._session = session
        self._headers = {"Authorization": f"Bearer {key}"}

    async def session(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession("https://api.attio.com", headers=self._headers, raise_for_status=True)
        return self._session

    async def objects(self):
        s = await self.session()
        async with s.get("/v2/objects") as r:  # call: GET /v2/objects
            return (await r.json())["data"]

    async def delete(self, webhook_id):
        async with (await self.session()).delete(f"/v2/webhooks/{webhook_id}") as r:  # call: DELETE /v2/webhooks/{webhook_id}
            return r.status


async def retrying():
    async with RetryClient(retry_options=ExponentialRetry(attempts=3)) as client:
        async with client.get("https://api.attio.com/v2/tasks") as r:  # call: GET /v2/tasks
            return await r.json()


async def many(ids):
    async with aiohttp.ClientSession(base_url="https://api.attio.com/v2/") as s:
        async def one(i):
            async with s.get(f"notes/{i}") as r:  # call: GET /v2/notes/{note_id}
                return await r.json()

        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(one(i)) for i in ids]
        return [t.result() for t in tasks]
