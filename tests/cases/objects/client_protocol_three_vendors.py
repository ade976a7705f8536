"""A Protocol, three vendors, a service that holds one: what it calls is each vendor's own."""
from typing import Protocol

import httpx


class CRM(Protocol):
    async def create_note(self, text: str) -> None: ...


class AttioCRM:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def create_note(self, text: str) -> None:
        await self._http.post("/v2/notes", json={"data": {"content": text}})  # call: POST /v2/notes


class HubSpotCRM:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def create_note(self, text: str) -> None:
        await self._http.post("/crm/v3/objects/notes", json={"properties": {}})


class FolkCRM:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def create_note(self, text: str) -> None:
        await self._http.post("/v1/notes", json={"content": text})


HOSTS = {"attio": "https://api.attio.com", "hubspot": "https://api.hubapi.com", "folk": "https://api.folk.app"}
CLASSES = {"attio": AttioCRM, "hubspot": HubSpotCRM, "folk": FolkCRM}


def build(name: str) -> CRM:
    if name == "attio":
        return AttioCRM(httpx.AsyncClient(base_url="https://api.attio.com"))
    if name == "hubspot":
        return HubSpotCRM(httpx.AsyncClient(base_url=HOSTS["hubspot"]))
    return FolkCRM(httpx.AsyncClient(base_url=HOSTS["folk"]))


async def main(name: str, crm: CRM | None = None) -> None:
    crm = crm or build(name)
    await crm.create_note("hi")
