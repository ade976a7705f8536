import aiohttp
from yarl import URL

ATTIO = URL("https://api.attio.com/v2")


async def notes(session: aiohttp.ClientSession, note_id: str):
    async with session.get(ATTIO / "notes") as response:  # call: GET /v2/notes
        await response.json()
    async with session.delete(ATTIO / "notes" / note_id) as response:  # call: DELETE /v2/notes/{note_id}
        response.raise_for_status()
