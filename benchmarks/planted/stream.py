"""The same for Attio without waiting: asynchronous, through httpx."""

import os

import httpx

from framework import Base1

from .const import API, TOKEN


class AttioStream(Base1):
    """Members and threads."""

    def __init__(self, **options):
        super().__init__(**options)
        self.http = httpx.AsyncClient(base_url=API, headers={"Authorization": f"Bearer {os.environ[TOKEN]}"})

    async def members(self):
        response = await self.http.get("/workspace_members")  # call: GET /v2/workspace_members
        response.raise_for_status()
        return response.json()["data"]

    async def threads(self, record):
        self.inherited1()
        response = await self.http.get("/threads", params={"record_id": record})  # call: GET /v2/threads
        for thread in response.json()["data"]:
            yield await self.thread(thread["id"]["thread_id"])

    async def thread(self, thread):
        return (await self.http.get(f"/threads/{thread}")).json()  # call: GET /v2/threads/{thread_id}
