"""Sync facades over async clients: run, run_until_complete, nest_asyncio, anyio, asgiref."""
import asyncio

import anyio
import httpx
from asgiref.sync import async_to_sync, sync_to_async
import requests

BASE = "https://api.attio.com/v2"


async def _call(method, path, **kw):
    async with httpx.AsyncClient() as client:
        return (await client.request(method, BASE + path, **kw)).json()


def call(method, path, **kw):
    return asyncio.run(_call(method, path, **kw))


def call_loop(method, path):
    loop = asyncio.new_event_loop()
    return loop.run_until_complete(_call(method, path))


call("GET", "/lists")  # call: GET /v2/lists
call_loop("GET", "/objects")  # call: GET /v2/objects
anyio.run(_call, "GET", "/tasks")  # call: GET /v2/tasks
async_to_sync(_call)("POST", "/notes", json={})  # call: POST /v2/notes
asyncio.run(asyncio.wait_for(_call("GET", "/self"), timeout=5))  # call: GET /v2/self


async def main():
    await sync_to_async(requests.get)(BASE + "/webhooks")  # call: GET /v2/webhooks
    task = asyncio.create_task(_call("GET", "/meetings"))  # call: GET /v2/meetings
    done = await asyncio.gather(*[_call("GET", f"/notes/{i}") for i in range(3)], return_exceptions=True)  # call: GET /v2/notes/{note_id}
    return task, done
