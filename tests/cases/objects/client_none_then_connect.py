"""The client is None until `connect` is called."""
import aiohttp


class Service:
    session: aiohttp.ClientSession | None = None

    async def connect(self, token):
        self.session = aiohttp.ClientSession("https://api.attio.com", headers={"Authorization": f"Bearer {token}"})

    async def close(self):
        if self.session:
            await self.session.close()
            self.session = None

    async def self_info(self):
        async with self.session.get("/v2/self") as response:  # call: GET /v2/self
            return await response.json()
