import asyncio
import os

import httpx

SLUGS = ["people", "companies", "deals"]


async def attributes(client: httpx.AsyncClient, slug: str) -> list:
    response = await client.get(f"/v2/objects/{slug}/attributes")
    response.raise_for_status()
    return response.json()["data"]


async def main() -> None:
    headers = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}
    async with httpx.AsyncClient(base_url="https://api.attio.com", headers=headers, timeout=30) as client:
        found = await asyncio.gather(*(attributes(client, slug) for slug in SLUGS))
        lists, members = await asyncio.gather(client.get("/v2/lists"), client.get("/v2/workspace_members"))
    assert len(found) == 3
    lists.raise_for_status()
    members.raise_for_status()


asyncio.run(main())
