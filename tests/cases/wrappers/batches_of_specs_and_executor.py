"""Batches: lists of (method, path, body) sent by a pool, by gather and by a loop with chunks."""
import asyncio
from concurrent.futures import ThreadPoolExecutor, as_completed

import httpx
import requests

BASE = "https://api.attio.com/v2"


def send(spec):
    method, path, body = spec
    return requests.request(method, BASE + path, json=body)


def chunks(items, n):
    for i in range(0, len(items), n):
        yield items[i : i + n]


def by_pool(ids):
    specs = [("PATCH", f"/objects/people/records/{i}", {}) for i in ids]
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(send, spec) for spec in specs]  # call: PATCH /v2/objects/{object}/records/{record_id}
        return [f.result() for f in as_completed(futures)]


async def by_gather(records):
    async with httpx.AsyncClient(base_url=BASE) as client:
        for chunk in chunks(records, 25):
            await asyncio.gather(*(client.post("/objects/people/records", json=r) for r in chunk))  # call: POST /v2/objects/{object}/records


async def by_semaphore(ids):
    sem = asyncio.Semaphore(10)
    async with httpx.AsyncClient(base_url=BASE) as client:

        async def one(i):
            async with sem:
                return await client.delete(f"/notes/{i}")  # call: DELETE /v2/notes/{note_id}

        return await asyncio.gather(*map(one, ids))
