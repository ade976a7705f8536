import os

import httpx


async def call(method: str, path: str, **kwargs) -> dict:
    headers = {"Authorization": f"Bearer {os.environ['ATTIO_API_KEY']}"}
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2", headers=headers, timeout=30) as client:
        response = await client.request(method, path, **kwargs)
        response.raise_for_status()
        return response.json()
