"""A helper moves to a thread whatever function it is handed."""
import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor

import requests

BASE = "https://api.attio.com/v2"
pool = ThreadPoolExecutor()


async def run(function, *args, **kwargs):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, functools.partial(function, *args, **kwargs))


async def run_one(function, argument):
    return await asyncio.get_running_loop().run_in_executor(None, function, argument)


def later(make, path):
    return pool.submit(make(path))


async def main():
    await run(requests.get, f"{BASE}/notes", timeout=3)  # call: GET /v2/notes
    await run_one(requests.post, f"{BASE}/tasks")  # call: POST /v2/tasks
    later(lambda path: lambda: requests.delete(BASE + path), "/webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}
    await run(print, f"{BASE}/lists")
    await run_one(requests.get, "https://api.example.com/v2/notes")
