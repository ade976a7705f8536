# sends: GET /v2/notes
import asyncio
import aiohttp


class A:
    @classmethod
    async def create(cls):
        self = cls()
        self.s = aiohttp.ClientSession("https://api.attio.com")
        return self

    async def get(self, p):
        async with self.s.get("/v2" + p) as r:
            return await r.json()


async def amain():
    a = await A.create()
    await a.get("/notes")
    await a.s.close()


def main():
    asyncio.run(amain())


main()
