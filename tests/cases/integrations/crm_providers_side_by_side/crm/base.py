# expects nothing
from abc import ABC, abstractmethod

import httpx


class CRMProvider(ABC):
    """Every provider has a base URL and auth headers; the request is shared."""

    name: str
    base_url: str

    def __init__(self, api_key: str) -> None:
        self.api_key = api_key

    @abstractmethod
    def headers(self) -> dict: ...

    @abstractmethod
    async def upsert_contact(self, contact: dict) -> str: ...

    async def _request(self, method: str, endpoint: str, **kwargs) -> dict:
        async with httpx.AsyncClient(timeout=30) as client:
            response = await client.request(method, f"{self.base_url}{endpoint}", headers=self.headers(), **kwargs)
            response.raise_for_status()
            return response.json()
