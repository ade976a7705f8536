import asyncio
import os

import niquests


async def main():
    async with niquests.AsyncSession() as session:
        answer = await session.get("https://api.attio.com/v2/lists", headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"})
        answer.raise_for_status()


asyncio.run(main())
