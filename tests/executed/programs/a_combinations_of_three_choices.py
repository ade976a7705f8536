# sends: GET /v2/objects/{object}/views
# may: GET /v2/*
# argv: 2 1
import sys

import aiohttp
import asyncio

HOSTS = ["https://api.attio.com", "https://api.attio.com/"]
ROOMS = ["objects", "lists"]
THINGS = ["people", "companies", "deals", "users", "workspaces", "funds", "rounds", "memos", "events", "angels"]
PARTS = ["views", "attributes", "views?limit=1", "attributes?limit=1", "views?limit=2"]


async def main():
    thing, part = int(sys.argv[1]), int(sys.argv[2])
    url = HOSTS[len(sys.argv) % 2].rstrip("/") + "/v2/" + ROOMS[thing - 2] + "/" + THINGS[thing] + "/" + PARTS[part - 1]
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as answer:
            print(await answer.text())


asyncio.run(main())
