"""A thin client."""

from __future__ import annotations

import os
from typing import Any

import httpx

API_BASE = os.getenv("ATTIO_API_BASE", "https://api.attio.com/v2")


class AttioError(RuntimeError):
    def __init__(self, status: int, detail: str) -> None:
        super().__init__(f"{status}: {detail}")


class AttioClient:
    def __init__(self, api_key: str | None = None, *, timeout: float = 30.0) -> None:
        key = api_key or os.environ["ATTIO_API_KEY"]
        self._http = httpx.AsyncClient(
            base_url=API_BASE,
            headers={"Authorization": f"Bearer {key}", "Accept": "application/json"},
            timeout=timeout,
        )

    async def __aenter__(self) -> AttioClient:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._http.aclose()

    async def request(self, method: str, path: str, *, params: dict[str, Any] | None = None, json: Any = None) -> Any:
        clean = {k: v for k, v in (params or {}).items() if v is not None}
        response = await self._http.request(method, path, params=clean, json=json)
        if response.is_error:
            raise AttioError(response.status_code, response.text)
        return response.json() if response.content else None

    async def get(self, path: str, **params: Any) -> Any:
        return await self.request("GET", path, params=params)

    async def post(self, path: str, body: Any) -> Any:
        return await self.request("POST", path, json={"data": body})
