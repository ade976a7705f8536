"""Async producer/consumer with typed queues, retry loop with match on status, and tasks created from a dict of coroutine functions."""
import asyncio
import random

import httpx

BASE = "https://api.attio.com/v2"


class RetryableError(Exception): ...


async def call(client: httpx.AsyncClient, method: str, path: str, *, retries: int = 3, **kw) -> dict:
    delay = 0.5
    for attempt in range(retries + 1):
        response = await client.request(method, BASE + path, **kw)
        match response.status_code:
            case 200 | 201:
                return response.json()
            case 429 | 503 if attempt < retries:
                await asyncio.sleep(delay + random.random())
                delay *= 2
            case _:
                response.raise_for_status()
    raise RetryableError(path)


async def lists(client):
    return await call(client, "GET", "/lists")  # call: GET /v2/lists


async def me(client):
    return await call(client, method="GET", path="/self", retries=0)  # call: GET /v2/self


JOBS = {"lists": lists, "me": me}


async def main():
    async with httpx.AsyncClient(http2=True) as client:
        results = dict(zip(JOBS, await asyncio.gather(*(job(client) for job in JOBS.values())), strict=True))
        async for page in stream(client, "people"):
            print(page, results)
        done, _ = await asyncio.wait([asyncio.create_task(call(client, "DELETE", f"/notes/{n}")) for n in "abc"])  # call: DELETE /v2/notes/{note_id}
        first = await asyncio.wait_for(call(client, "GET", "/objects"), 5)  # call: GET /v2/objects
        print(done, first)


async def stream(client, slug):
    cursor = 0
    while page := await call(client, "POST", f"/objects/{slug}/records/query", json={"offset": cursor}):  # call: POST /v2/objects/{object}/records/query
        yield page
        cursor += 1
