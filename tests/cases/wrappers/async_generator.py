import httpx

BASE = "https://api.attio.com/v2"


async def stream(client: httpx.AsyncClient, path: str):
    cursor = None
    while True:
        response = await client.get(BASE + path, params={"cursor": cursor})
        page = response.json()
        for row in page["data"]:
            yield row
        cursor = page["pagination"]["next_cursor"]
        if not cursor:
            break


async def main():
    async with httpx.AsyncClient() as client:
        async for meeting in stream(client, "/meetings"):  # call: GET /v2/meetings
            print(meeting)
