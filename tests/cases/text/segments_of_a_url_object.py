"""Segments that are handed on as `*path` are joined to a URL object: each caller decides how many there are."""
import asyncio
import os
from types import TracebackType
from typing import Any, Optional, Self

import aiohttp
from yarl import URL


class AttioAsyncClient:
    API_ROOT = URL("https://api.attio.com") / "v2"

    def __init__(self, token: Optional[str] = None, *, max_concurrency: int = 10):
        self._token = token or os.environ["ATTIO_TOKEN"]
        self._semaphore = asyncio.Semaphore(max_concurrency)
        self._session: Optional[aiohttp.ClientSession] = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(headers={"Authorization": f"Bearer {self._token}"}, raise_for_status=True)
        return self

    async def __aexit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        await self.session.close()

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("not open")
        return self._session

    async def _request(self, method: str, *path: str, **kwargs: Any) -> dict[str, Any]:
        url = self.API_ROOT.joinpath(*path)
        async with self._semaphore:
            async with self.session.request(method, url, **kwargs) as resp:
                return await resp.json()

    async def get(self, *path: str, **params: Any):
        return await self._request("GET", *path, params=params)

    async def post(self, *path: str, **body: Any):
        return await self._request("POST", *path, json=body)

    async def lists(self):
        return await self.get("lists")  # call: GET /v2/lists


async def main():
    async with AttioAsyncClient() as attio:
        await attio.lists()
        await attio.post("objects", "people", "records", "query", limit=5)  # call: POST /v2/objects/{object}/records/query
        record = await attio.get("objects", "people", "records", "r1")  # call: GET /v2/objects/{object}/records/{record_id}
        print(record)
