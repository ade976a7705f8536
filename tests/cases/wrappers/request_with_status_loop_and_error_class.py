"""A hand-written client as most integrations have it: error class, rate limit, JSON or None, helpers on top."""
import asyncio
import logging
import os
from typing import Any, Dict, List, Optional

import httpx

logger = logging.getLogger(__name__)


class AttioError(Exception):
    def __init__(self, status: int, body: str) -> None:
        super().__init__(f"Attio API error {status}: {body}")
        self.status = status


class AttioClient:
    API_VERSION = "v2"

    def __init__(self, api_key: Optional[str] = None, *, timeout: float = 30.0, max_retries: int = 3):
        self.api_key = api_key or os.environ["ATTIO_API_KEY"]
        self.base_url = f"https://api.attio.com/{self.API_VERSION}"
        self.timeout = httpx.Timeout(timeout)
        self.max_retries = max_retries
        self._client: Optional[httpx.AsyncClient] = None

    async def __aenter__(self) -> "AttioClient":
        self._client = httpx.AsyncClient(timeout=self.timeout, headers=self._headers)
        return self

    async def __aexit__(self, *exc) -> None:
        if self._client:
            await self._client.aclose()

    @property
    def _headers(self) -> Dict[str, str]:
        return {"Authorization": f"Bearer {self.api_key}", "Content-Type": "application/json"}

    async def _request(self, method: str, path: str, **kwargs: Any) -> Dict[str, Any]:
        assert self._client is not None, "use as a context manager"
        url = f"{self.base_url}/{path.lstrip('/')}"
        last_error: Optional[Exception] = None
        for attempt in range(self.max_retries):
            try:
                resp = await self._client.request(method, url, **kwargs)
            except httpx.TransportError as exc:
                last_error = exc
                await asyncio.sleep(2**attempt)
                continue
            if resp.status_code == 429:
                await asyncio.sleep(float(resp.headers.get("Retry-After", 1)))
                continue
            if resp.status_code >= 400:
                raise AttioError(resp.status_code, resp.text)
            return resp.json() if resp.content else {}
        raise last_error or AttioError(429, "rate limited")

    async def query_records(self, obj: str, filter_: Optional[dict] = None, limit: int = 500) -> List[dict]:
        out: List[dict] = []
        offset = 0
        while True:
            body: Dict[str, Any] = {"limit": limit, "offset": offset}
            if filter_:
                body["filter"] = filter_
            data = (await self._request("POST", f"objects/{obj}/records/query", json=body))["data"]  # call: POST /v2/objects/{object}/records/query
            out.extend(data)
            if len(data) < limit:
                return out
            offset += limit

    async def upsert(self, obj: str, matching: str, values: dict) -> dict:
        return await self._request(  # call: PUT /v2/objects/{object}/records
            "PUT",
            f"/objects/{obj}/records",
            params={"matching_attribute": matching},
            json={"data": {"values": values}},
        )

    async def find_company(self, domain: str) -> Optional[dict]:
        found = await self.query_records("companies", {"domains": domain}, limit=1)
        return found[0] if found else None

    async def list_members(self) -> List[dict]:
        return (await self._request("GET", "workspace_members")).get("data", [])  # call: GET /v2/workspace_members


class HubSpotClient:
    def __init__(self, api_key: str):
        self.base_url = "https://api.hubapi.com/crm/v3"

    async def _request(self, method: str, path: str, **kwargs: Any):
        async with httpx.AsyncClient() as client:
            return await client.request(method, f"{self.base_url}/{path.lstrip('/')}", **kwargs)

    async def list_members(self):
        return await self._request("GET", "workspace_members")
