"""`parent` and `with_name` of URLs and paths, a raw path, and dots that a client resolves before it sends."""
from pathlib import PurePosixPath

import aiohttp
import httpx
import requests
from yarl import URL

V2 = URL("https://api.attio.com/v2")
NOTES = PurePosixPath("/v2/notes")


async def by_yarl():
    async with aiohttp.ClientSession() as session:
        await session.get((V2 / "other").with_name("tasks"))  # call: GET /v2/tasks
        await session.get((V2 / "other").parent / "lists")  # call: GET /v2/lists
        await session.get(V2.parent / "scim" / "v2" / "Users")  # call: GET /scim/v2/Users


def main():
    requests.get("https://api.attio.com" + str(NOTES.with_name("tasks")))  # call: GET /v2/tasks
    requests.get("https://api.attio.com" + str(NOTES.parent / "lists"))  # call: GET /v2/lists
    httpx.get(httpx.URL("https://api.attio.com/v2").copy_with(raw_path=b"/v2/lists"))  # call: GET /v2/lists
    requests.get("https://api.attio.com/v2/other/../meetings")  # call: GET /v2/meetings
    requests.get("https://api.attio.com/v2/./notes")  # call: GET /v2/notes
    requests.get("https://api.attio.com/v2/..notes")  # unknown: GET /v2/..notes
