"""Methods passed as values."""
import asyncio
from concurrent.futures import ThreadPoolExecutor

from attio import SDK

sdk = SDK(oauth2="t")


async def main():
    await asyncio.to_thread(sdk.objects.get_v2_objects)  # call: GET /v2/objects
    with ThreadPoolExecutor() as pool:
        pool.submit(sdk.tasks.get_v2_tasks, limit=10)  # call: GET /v2/tasks
