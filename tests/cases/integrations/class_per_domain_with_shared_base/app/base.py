# expects nothing
import abc
import asyncio
from typing import Any

import httpx

from app.settings import settings


class BaseAttio(abc.ABC):
    _client: httpx.AsyncClient | None = None
    _lock = asyncio.Lock()

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {settings.ATTIO_ACCESS_TOKEN}"}

    @classmethod
    async def client(cls) -> httpx.AsyncClient:
        async with cls._lock:
            if cls._client is None or cls._client.is_closed:
                cls._client = httpx.AsyncClient(base_url=str(settings.ATTIO_BASE_URL), http2=True)
        return cls._client

    async def _get(self, path: str, params: dict[str, Any] | None = None) -> Any:
        return await self.__call("GET", path, params=params)

    async def _post(self, path: str, payload: dict[str, Any]) -> Any:
        return await self.__call("POST", path, json=payload)

    async def __call(self, method: str, path: str, **kw: Any) -> Any:
        client = await self.client()
        response = await client.request(method, path, headers=self.headers, **kw)
        if response.status_code == httpx.codes.NOT_FOUND:
            return None
        response.raise_for_status()
        return response.json()["data"]
