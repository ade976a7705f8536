"""Sync and async twins of one client with a shared base that only builds requests."""
from __future__ import annotations

import httpx


class _Base:
    base_url = "https://api.attio.com/v2"

    def _build(self, method: str, path: str, **kw) -> httpx.Request:
        return httpx.Request(method, f"{self.base_url}{path}", **kw)


class Sync(_Base):
    def __init__(self):
        self._http = httpx.Client()

    def _send(self, request: httpx.Request):
        return self._http.send(request).json()

    def lists(self):
        return self._send(self._build("GET", "/lists"))  # call: GET /v2/lists


class Async(_Base):
    def __init__(self):
        self._http = httpx.AsyncClient()

    async def _send(self, request: httpx.Request):
        return (await self._http.send(request)).json()

    async def note(self, data):
        return await self._send(self._build("POST", "/notes", json=data))  # call: POST /v2/notes
