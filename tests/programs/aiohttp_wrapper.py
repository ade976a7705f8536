import asyncio
import os

from aiohttp import ClientSession, ClientTimeout

API_URL = os.getenv("ATTIO_API_URL", "https://api.attio.com/v2")


class AttioError(Exception):
    pass


class Attio:
    def __init__(self, token):
        self.token = token
        self.session = None

    async def start(self):
        if self.session is None:
            self.session = ClientSession(timeout=ClientTimeout(total=20))

    async def stop(self):
        if self.session:
            await self.session.close()

    async def _call(self, method, path, body=None, query=None):
        await self.start()
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        async with self.session.request(method, API_URL + path, json=body, params=query, headers=headers) as response:
            if response.status >= 400:
                raise AttioError(await response.text())
            return await response.json()

    async def add_to_list(self, list_slug, record_id):
        return await self._call("POST", f"/lists/{list_slug}/entries", {"data": {"parent_record_id": record_id, "parent_object": "people"}})

    async def assert_entry(self, list_slug, record_id):
        return await self._call("PUT", f"/lists/{list_slug}/entries", {"data": {"parent_record_id": record_id, "parent_object": "people"}})

    async def stage_history(self, list_slug, entry_id):
        return await self._call("GET", f"/lists/{list_slug}/entries/{entry_id}/attributes/stage/values", query={"show_historic": "true"})

    async def set_stage(self, list_slug, entry_id, stage):
        return await self._call("PUT", f"/lists/{list_slug}/entries/{entry_id}/attributes/stage/values", {"data": [{"status": stage}]})


async def main():
    attio = Attio(os.environ["ATTIO_TOKEN"])
    try:
        entry = await attio.add_to_list("sales", "r1")
        await attio.assert_entry("sales", "r1")
        await attio.stage_history("sales", entry["data"]["id"]["entry_id"])
        await attio.set_stage("sales", entry["data"]["id"]["entry_id"], "Won")
    finally:
        await attio.stop()


asyncio.run(main())
