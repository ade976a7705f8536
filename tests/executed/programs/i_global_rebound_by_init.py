# sends: GET /v2/lists
import aiohttp
import asyncio

session = None


async def init():
    global session
    session = aiohttp.ClientSession("https://api.attio.com")


async def lists():
    async with session.get("/v2/lists") as answer:
        return await answer.json()


async def main():
    await init()
    await lists()
    await session.close()


asyncio.run(main())
