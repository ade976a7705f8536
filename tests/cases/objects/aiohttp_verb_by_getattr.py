"""The verb by getattr on an aiohttp session, as a context manager."""
import aiohttp


class Api:
    def __init__(self, session: aiohttp.ClientSession):
        self.session = session

    async def call(self, method, path, **kwargs):
        func = getattr(self.session, method.lower())
        async with func("https://api.attio.com/v2" + path, **kwargs) as response:
            return await response.json()

    async def run(self):
        await self.call("POST", "/notes", json={})  # call: POST /v2/notes
        return await self.call("get", "/notes")  # call: GET /v2/notes
