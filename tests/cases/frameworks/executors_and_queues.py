"""Threads, executors and queues: what they call, and what is put into a queue comes out of it."""
import asyncio
import multiprocessing
import queue
import threading
from concurrent.futures import ThreadPoolExecutor

import anyio
import requests

BASE = "https://api.attio.com/v2"
paths = queue.Queue()


def fetch(tail, method="GET"):
    return requests.request(method, BASE + tail)


def worker():
    while True:
        fetch(paths.get())  # call: GET /v2/notes | GET /v2/tasks


async def main():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, fetch, "/lists")  # call: GET /v2/lists
    loop.call_later(5, fetch, "/objects")  # call: GET /v2/objects
    await anyio.to_thread.run_sync(fetch, "/self")  # call: GET /v2/self
    async with anyio.create_task_group() as group:
        group.start_soon(fetch, "/meetings")  # call: GET /v2/meetings


paths.put("/notes")
paths.put("/tasks")
threading.Thread(target=worker).start()
threading.Thread(target=fetch, args=("/notes",), kwargs={"method": "POST"}).start()  # call: POST /v2/notes
threading.Timer(3, fetch, ["/tasks", "POST"]).start()  # call: POST /v2/tasks
with ThreadPoolExecutor() as pool:
    pool.submit(fetch, "/webhooks")  # call: GET /v2/webhooks
    pool.map(fetch, ["/threads"])  # call: GET /v2/threads
with multiprocessing.Pool() as processes:
    processes.apply_async(fetch, ("/workspace_members",))  # call: GET /v2/workspace_members
    processes.starmap(fetch, [("/attributes", "GET")])  # unknown: GET /v2/attributes
