from __future__ import annotations

import os
from typing import Any

import httpx

API_BASE = "https://api.attio.com/v2"


class AttioError(Exception):
    pass


class AttioClient:
    def __init__(self, api_key: str, http: httpx.AsyncClient | None = None) -> None:
        self._http = http or httpx.AsyncClient(timeout=30)
        self._headers = {"Authorization": f"Bearer {api_key}"}

    @classmethod
    def from_env(cls) -> AttioClient:
        key = os.getenv("ATTIO_API_KEY")
        if not key:
            raise AttioError("ATTIO_API_KEY is not set")
        return cls(key)

    async def _send(self, method: str, path: str, *, json: Any = None, params: dict | None = None) -> Any:
        response = await self._http.request(method, f"{API_BASE}{path}", json=json, params=params, headers=self._headers)
        if response.is_error:
            raise AttioError(response.text)
        return response.json()

    async def get(self, path: str, **params: Any) -> Any:
        return await self._send("GET", path, params=params or None)

    async def post(self, path: str, json: Any) -> Any:
        return await self._send("POST", path, json=json)
