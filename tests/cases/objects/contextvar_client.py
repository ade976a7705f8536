"""The client in a ContextVar, and in a module-level dict of connections."""
from contextvars import ContextVar

import httpx

_client: ContextVar[httpx.AsyncClient] = ContextVar("attio_client")
_default = ContextVar("attio", default=httpx.AsyncClient(base_url="https://api.attio.com/v2"))


def get_client() -> httpx.AsyncClient:
    try:
        return _client.get()
    except LookupError:
        client = httpx.AsyncClient(base_url="https://api.attio.com/v2")
        _client.set(client)
        return client


async def lists():
    return await get_client().get("/lists")  # call: GET /v2/lists


async def notes():
    return await _default.get().get("/notes")  # call: GET /v2/notes
