import asyncio
import os

import aiohttp


async def main():
    headers = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}
    async with aiohttp.ClientSession("https://api.attio.com", headers=headers, raise_for_status=True) as session:
        async with session.post("/v2/lists/pipeline/entries/query", json={"limit": 10}) as response:
            entries = (await response.json())["data"]
        for entry in entries:
            entry_id = entry["id"]["entry_id"]
            async with session.get(f"/v2/lists/pipeline/entries/{entry_id}") as one:
                await one.read()
            await session.patch(f"/v2/lists/pipeline/entries/{entry_id}", json={"data": {"entry_values": {}}})
            await session.put(f"/v2/lists/pipeline/entries/{entry_id}", json={"data": {"entry_values": {}}})
            await session.delete(f"/v2/lists/pipeline/entries/{entry_id}")


asyncio.run(main())
