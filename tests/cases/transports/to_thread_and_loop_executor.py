"""Blocking calls moved to a thread in the ways that asyncio has."""
import asyncio
import functools

import requests

BASE = "https://api.attio.com/v2"


async def lists():
    return await asyncio.to_thread(requests.get, f"{BASE}/lists", timeout=10)  # call: GET /v2/lists


async def note(data):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, lambda: requests.post(f"{BASE}/notes", json=data))  # call: POST /v2/notes


async def task(data):
    loop = asyncio.get_event_loop()
    return await loop.run_in_executor(None, functools.partial(requests.post, f"{BASE}/tasks", json=data))  # call: POST /v2/tasks


def fetch(path):
    return requests.get(f"{BASE}{path}")


async def both():
    return await asyncio.gather(
        asyncio.to_thread(fetch, "/objects"),  # call: GET /v2/objects
        asyncio.to_thread(fetch, "/self"),  # call: GET /v2/self
    )


async def other():
    return await asyncio.to_thread(requests.get, "https://api.hubapi.com/lists")
