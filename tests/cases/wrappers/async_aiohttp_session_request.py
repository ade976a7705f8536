import asyncio

import aiohttp

BASE = "https://api.attio.com/v2"


async def attio(session: aiohttp.ClientSession, method: str, path: str, **kwargs):
    async with session.request(method, f"{BASE}{path}", **kwargs) as response:
        response.raise_for_status()
        return await response.json()


async def main():
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer x"}) as session:
        await attio(session, "GET", "/self")  # call: GET /v2/self
        await asyncio.gather(
            attio(session, "GET", "/lists"),  # call: GET /v2/lists
            attio(session, "GET", "/objects"),  # call: GET /v2/objects
        )


asyncio.run(main())
