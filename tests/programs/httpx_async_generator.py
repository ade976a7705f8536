import asyncio
import os
from collections.abc import AsyncIterator

import httpx


class Meetings:
    def __init__(self, token: str, base_url: str = "https://api.attio.com/v2") -> None:
        self._http = httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {token}"})

    async def __aenter__(self) -> "Meetings":
        return self

    async def __aexit__(self, *details: object) -> None:
        await self._http.aclose()

    async def pages(self, limit: int = 2) -> AsyncIterator[list]:
        cursor = None
        while True:
            params = {"limit": limit, **({"cursor": cursor} if cursor else {})}
            body = (await self._http.get("/meetings", params=params)).raise_for_status().json()
            yield body["data"]
            cursor = body["pagination"]["next_cursor"]
            if cursor is None:
                break

    async def recordings(self, meeting_id: str) -> list:
        response = await self._http.get(f"/meetings/{meeting_id}/call_recordings")
        return response.raise_for_status().json()["data"]


async def main() -> None:
    async with Meetings(os.environ["ATTIO_TOKEN"]) as meetings:
        async for page in meetings.pages():
            for meeting in page:
                await meetings.recordings(meeting["id"]["meeting_id"])


if __name__ == "__main__":
    asyncio.run(main())
