import asyncio

import httpx


class Attio:
    def __await__(self):
        return self._init().__await__()

    async def _init(self):
        self.http = httpx.AsyncClient(base_url="https://api.attio.com/v2")
        return self


class Later:
    def __init__(self, path):
        self.path = path

    def __await__(self):
        return self._send().__await__()  # call: GET /v2/lists | GET /v2/notes

    async def _send(self):
        async with httpx.AsyncClient() as client:
            return await client.get("https://api.attio.com/v2" + self.path)


async def made():
    api = await Attio()
    await api.http.post("/tasks")  # call: POST /v2/tasks


async def sent():
    await Later("/notes")
    later = Later("/lists")
    await later


async def make():
    return Later("/self")


async def not_awaited():
    # near miss: the coroutine that gives the object is awaited, and the object itself is not
    await make()


def main():
    asyncio.run(made())
    asyncio.run(sent())
    asyncio.run(not_awaited())
