"""Streams."""
import httpx

with httpx.stream("GET", "https://api.attio.com/v2/files/f1/download") as response:  # call: GET /v2/files/{file_id}/download
    response.read()


async def download(client: httpx.AsyncClient, file_id):
    async with client.stream("GET", f"https://api.attio.com/v2/files/{file_id}/download") as response:  # call: GET /v2/files/{file_id}/download
        async for chunk in response.aiter_bytes():
            yield chunk
