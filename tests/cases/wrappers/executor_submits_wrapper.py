import asyncio
from concurrent.futures import ThreadPoolExecutor

import requests

BASE = "https://api.attio.com/v2"


def call(method, path):
    return requests.request(method, BASE + path)


with ThreadPoolExecutor() as pool:
    future = pool.submit(call, "GET", "/lists")  # call: GET /v2/lists


async def main():
    await asyncio.to_thread(call, "GET", "/objects")  # call: GET /v2/objects
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, call, "GET", "/tasks")  # call: GET /v2/tasks
