"""A request function passed to an executor."""
import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import requests

BASE = "https://api.attio.com/v2"


def sync(body):
    with ThreadPoolExecutor(4) as pool:
        future = pool.submit(requests.get, f"{BASE}/objects")  # call: GET /v2/objects
        other = pool.submit(requests.post, f"{BASE}/notes", json=body)  # call: POST /v2/notes
        pool.submit(print, f"{BASE}/lists")
        return future.result(), other.result()


async def run():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, requests.get, f"{BASE}/lists")  # call: GET /v2/lists
    await loop.run_in_executor(None, partial(requests.get, f"{BASE}/tasks"))  # call: GET /v2/tasks
    await asyncio.to_thread(requests.delete, f"{BASE}/tasks/t")  # call: DELETE /v2/tasks/{task_id}
    await loop.run_in_executor(None, lambda: requests.get(f"{BASE}/self"))  # call: GET /v2/self
