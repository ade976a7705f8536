"""An async client with a semaphore, retries and aiohttp."""
import asyncio
from typing import Any, Optional

import aiohttp


class AsyncAttio:
    def __init__(self, token: str, concurrency: int = 5):
        self.base_url = "https://api.attio.com/v2"
        self.token = token
        self._sem = asyncio.Semaphore(concurrency)
        self._session: Optional[aiohttp.ClientSession] = None

    async def __aenter__(self) -> "AsyncAttio":
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {self.token}"})
        return self

    async def __aexit__(self, *exc: Any) -> None:
        await self._session.close()

    async def _request(self, method: str, endpoint: str, **kwargs) -> dict:
        url = f"{self.base_url}{endpoint}"
        for attempt in range(3):
            async with self._sem:
                async with self._session.request(method, url, **kwargs) as resp:
                    if resp.status == 429:
                        await asyncio.sleep(2**attempt)
                        continue
                    resp.raise_for_status()
                    return await resp.json()
        raise RuntimeError("too many attempts")

    async def upsert(self, slug: str, values: dict) -> dict:
        return await self._request("PUT", f"/objects/{slug}/records", json={"data": {"values": values}})  # call: PUT /v2/objects/{object}/records


async def main(rows):
    async with AsyncAttio("t") as attio:
        await asyncio.gather(*(attio.upsert("people", row) for row in rows))
        await attio._request("GET", "/workspace_members")  # call: GET /v2/workspace_members
