# expects nothing
import httpx

from attio_mirror import app


async def check():
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        await client.get("/v2/lists")
        await client.post("/v2/notes", json={})
