import httpx
from tenacity import AsyncRetrying, stop_after_attempt

BASE = "https://api.attio.com/v2"


async def call(method, path, **kwargs):
    async for attempt in AsyncRetrying(stop=stop_after_attempt(3)):
        with attempt:
            async with httpx.AsyncClient() as client:
                response = await client.request(method, f"{BASE}{path}", **kwargs)
                response.raise_for_status()
                return response.json()


async def main():
    await call("GET", "/lists")  # call: GET /v2/lists
