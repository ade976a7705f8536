"""aiohttp in its usual forms."""
import aiohttp

BASE = "https://api.attio.com/v2"


async def one():
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer x"}) as session:
        async with session.get(f"{BASE}/objects") as response:  # call: GET /v2/objects
            await response.json()
        async with session.post(f"{BASE}/notes", json={}) as response, session.get("https://example.com/objects") as other:  # call: POST /v2/notes
            await other.text()


async def two(session: aiohttp.ClientSession):
    response = await session.request("DELETE", f"{BASE}/notes/n")  # call: DELETE /v2/notes/{note_id}
    return response.status


async def three():
    async with aiohttp.request("GET", f"{BASE}/lists") as response:  # call: GET /v2/lists
        return await response.json()
