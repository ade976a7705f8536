# sends: nothing
# near: the address is another vendor's, and Attio's is only shown
import asyncio, inspect, httpx


class Bus:
    def __init__(self):
        self.subs = {}

    def on(self, t, fn):
        self.subs.setdefault(t, []).append(fn)

    async def emit(self, t, *a):
        for fn in self.subs.get(t, []):
            r = fn(*a)
            if inspect.isawaitable(r):
                await r


class Sync:
    def __init__(self, bus, http):
        self.http = http
        bus.on("won", self.won)
        bus.on("lost", lambda d: self.lost(d))

    async def won(self, d):
        await self.http.patch(f"/objects/deals/records/{d}")

    async def lost(self, d):
        await self.http.post("/notes")


async def amain():
    b = Bus()
    async with httpx.AsyncClient(base_url="https://api.notion.com/v2") as h:
        Sync(b, h)
        await b.emit("won", 1)
        await b.emit("lost", 1)


def main():
    print("https://api.attio.com/v2/notes")
    asyncio.run(amain())


main()
