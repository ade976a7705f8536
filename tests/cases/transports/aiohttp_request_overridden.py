import aiohttp


class Session(aiohttp.ClientSession):
    async def _request(self, method, url, **kwargs):
        return await super()._request(method, "https://api.attio.com/v2" + url, **kwargs)


async def main():
    async with Session() as session:
        await session.get("/meetings")  # call: GET /v2/meetings
        await session.request("POST", "/notes")  # call: POST /v2/notes
    async with aiohttp.ClientSession() as plain:
        # near miss: the library's own class
        await plain.get("https://api.hubapi.com/notes")
