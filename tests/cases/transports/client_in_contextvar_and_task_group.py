"""Async context managers from contextlib, exit stacks, anyio task groups and a client passed by contextvar."""
import contextlib
from collections.abc import AsyncIterator
from contextvars import ContextVar

import anyio
import httpx

current: ContextVar[httpx.AsyncClient] = ContextVar("current")


@contextlib.asynccontextmanager
async def attio_session(token: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url="https://api.attio.com", headers={"Authorization": f"Bearer {token}"}) as client:
        reset = current.set(client)
        try:
            yield client
        finally:
            current.reset(reset)


async def fetch(slug: str, out: list) -> None:
    response = await current.get().post(f"/v2/objects/{slug}/records/query")  # call: POST /v2/objects/{object}/records/query
    out.extend(response.json()["data"])


async def main():
    rows: list = []
    async with attio_session("t") as client, anyio.create_task_group() as group:
        for slug in ("people", "companies"):
            group.start_soon(fetch, slug, rows)
        await client.get("/v2/self")  # call: GET /v2/self
    async with contextlib.AsyncExitStack() as stack:
        again = await stack.enter_async_context(attio_session("t"))
        await again.delete("/v2/webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}


anyio.run(main)
