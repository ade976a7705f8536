# expects nothing
from __future__ import annotations

import time
from typing import Any, Mapping

import httpx

DEFAULT_BASE_URL = "https://api.attio.com"


class APIError(Exception):
    pass


class SyncTransport:
    def __init__(self, api_key: str, base_url: str | None = None, timeout: float = 30.0, client: httpx.Client | None = None) -> None:
        self._owns = client is None
        self._client = client or httpx.Client(timeout=timeout)
        self._base_url = (base_url or DEFAULT_BASE_URL).rstrip("/")
        self._headers = {"Authorization": f"Bearer {api_key}"}

    def _url(self, path: str) -> str:
        if path.startswith("http"):
            return path
        return f"{self._base_url}/v2{path}"

    def request(self, method: str, path: str, *, params: Mapping[str, Any] | None = None, json: Any = None) -> Any:
        response = self._client.request(method, self._url(path), params=params, json=json, headers=self._headers)
        if response.is_error:
            raise APIError(response.text)
        if response.status_code == 204:
            return None
        return response.json()


class AsyncTransport:
    def __init__(self, api_key: str, base_url: str | None = None) -> None:
        self._client = httpx.AsyncClient()
        self._base_url = (base_url or DEFAULT_BASE_URL).rstrip("/")

    async def request(self, method: str, path: str, *, params=None, json=None) -> Any:
        response = await self._client.request(method=method, url=f"{self._base_url}/v2{path}", params=params, json=json)
        return response.json()
