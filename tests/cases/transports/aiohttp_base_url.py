"""A base URL in the session, positional and by name; a leading slash starts at the host."""
import aiohttp


async def run():
    async with aiohttp.ClientSession("https://api.attio.com") as session:
        await session.get("/v2/tasks")  # call: GET /v2/tasks
    async with aiohttp.ClientSession(base_url="https://api.attio.com/v2/") as session:
        await session.get("tasks")  # call: GET /v2/tasks
