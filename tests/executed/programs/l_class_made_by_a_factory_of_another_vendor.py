# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import asyncio
import aiohttp


class A:
    @classmethod
    async def create(cls):
        self = cls()
        self.s = aiohttp.ClientSession("https://api.github.com")
        return self

    async def get(self, p):
        async with self.s.get("/v2" + p) as r:
            return await r.json()


async def amain():
    a = await A.create()
    await a.get("/notes")
    await a.s.close()


def main():
    print("https://api.attio.com/v2/notes")
    asyncio.run(amain())


main()
