"""One workspace, four libraries, as it happens when a code base grows."""

import asyncio
import os
import urllib.request

import aiohttp
import httpx
import requests

AUTHORIZATION = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}
V2 = "https://api.attio.com/v2"


async def tasks():
    async with aiohttp.ClientSession(headers=AUTHORIZATION) as session, session.get(f"{V2}/tasks") as answer:
        return await answer.json()


async def notes():
    async with httpx.AsyncClient(headers=AUTHORIZATION) as client:
        return (await client.get(f"{V2}/notes")).json()


requests.get(f"{V2}/lists", headers=AUTHORIZATION).raise_for_status()
urllib.request.urlopen(urllib.request.Request(f"{V2}/objects", headers=AUTHORIZATION)).read()
asyncio.run(tasks())
asyncio.run(notes())
