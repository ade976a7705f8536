"""Generators under contextmanager and asynccontextmanager."""
from contextlib import asynccontextmanager, contextmanager

import httpx


@contextmanager
def attio(token):
    client = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": token})
    try:
        yield client
    finally:
        client.close()


@asynccontextmanager
async def attio_async(token):
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        client.headers["Authorization"] = token
        yield client


def objects(token):
    with attio(token) as client:
        return client.get("/objects")  # call: GET /v2/objects


async def lists(token):
    async with attio_async(token) as client:
        return await client.get("/lists")  # call: GET /v2/lists
