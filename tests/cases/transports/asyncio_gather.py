"""Coroutines collected before they run."""
import asyncio

import httpx


async def main():
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        jobs = [client.get(f"/objects/{slug}") for slug in ("people", "companies")]  # call: GET /v2/objects/{object}
        await asyncio.gather(*jobs, client.get("/lists"))  # call: GET /v2/lists
        task = asyncio.create_task(client.post("/notes", json={}))  # call: POST /v2/notes
        await asyncio.wait_for(client.get("/self"), timeout=5)  # call: GET /v2/self
        await task
