"""curl_cffi."""
from curl_cffi import requests
from curl_cffi.requests import AsyncSession, Session

requests.get("https://api.attio.com/v2/objects", impersonate="chrome")  # call: GET /v2/objects
with Session() as session:
    session.post("https://api.attio.com/v2/notes", json={})  # call: POST /v2/notes


async def main():
    async with AsyncSession() as s:
        await s.delete("https://api.attio.com/v2/notes/n")  # call: DELETE /v2/notes/{note_id}
