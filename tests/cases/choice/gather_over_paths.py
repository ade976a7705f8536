import asyncio

import httpx

PATHS = ["/lists", "/objects"]


async def main():
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        return await asyncio.gather(*(client.get(path) for path in PATHS))  # call: GET /v2/lists | GET /v2/objects
