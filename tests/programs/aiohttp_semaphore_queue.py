import asyncio
import os

import aiohttp

TOKEN = os.environ["ATTIO_TOKEN"]
LIMIT = asyncio.Semaphore(2)


async def fetch_record(session, object_slug, record_id):
    async with LIMIT:
        async with session.get(f"https://api.attio.com/v2/objects/{object_slug}/records/{record_id}") as response:
            response.raise_for_status()
            return await response.json()


async def worker(session, queue):
    while not queue.empty():
        object_slug, record_id = queue.get_nowait()
        await fetch_record(session, object_slug, record_id)


async def main():
    queue = asyncio.Queue()
    for number in range(4):
        queue.put_nowait(("companies", str(number)))
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {TOKEN}"}) as session:
        await asyncio.gather(worker(session, queue), worker(session, queue))


if __name__ == "__main__":
    asyncio.run(main())
