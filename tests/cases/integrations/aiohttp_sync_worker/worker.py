import asyncio
import os

import aiohttp

HUBSPOT = "https://api.hubapi.com"
ATTIO = "https://api.attio.com"


class RateLimiter:
    def __init__(self, per_second):
        self._gap = 1 / per_second
        self._lock = asyncio.Lock()

    async def __aenter__(self):
        await self._lock.acquire()

    async def __aexit__(self, *_):
        await asyncio.sleep(self._gap)
        self._lock.release()


limiter = RateLimiter(8)


async def request(session, method, url, **kwargs):
    async with limiter:
        for attempt in range(4):
            async with session.request(method, url, **kwargs) as r:
                if r.status == 429:
                    await asyncio.sleep(2**attempt)
                    continue
                r.raise_for_status()
                return await r.json()


async def contacts(session):
    after = None
    while True:
        page = await request(session, "GET", f"{HUBSPOT}/crm/v3/objects/contacts", params={"after": after or 0})
        for contact in page["results"]:
            yield contact
        after = page.get("paging", {}).get("next", {}).get("after")
        if not after:
            return


async def push(session, contact):
    values = {"email_addresses": [contact["properties"]["email"]]}
    return await request(  # call: PUT /v2/objects/{object}/records
        session,
        "PUT",
        f"{ATTIO}/v2/objects/people/records",
        params={"matching_attribute": "email_addresses"},
        json={"data": {"values": values}},
    )


async def main():
    auth = {"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}
    async with aiohttp.ClientSession() as hubspot, aiohttp.ClientSession(headers=auth) as attio:
        tasks = [asyncio.create_task(push(attio, c)) async for c in contacts(hubspot)]
        await asyncio.gather(*tasks)
        await request(attio, "POST", ATTIO + "/v2/lists/synced/entries", json={})  # call: POST /v2/lists/{list}/entries


asyncio.run(main())
