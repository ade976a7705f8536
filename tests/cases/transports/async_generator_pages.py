"""An async generator over pages."""
import httpx


async def pages(client: httpx.AsyncClient, path: str, body: dict):
    offset = 0
    while True:
        response = await client.post(path, json={**body, "offset": offset, "limit": 500})
        rows = response.json()["data"]
        for row in rows:
            yield row
        if len(rows) < 500:
            break
        offset += 500


async def main():
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        people = [row async for row in pages(client, "/objects/people/records/query", {})]  # call: POST /v2/objects/{object}/records/query
        async for row in pages(client, "/lists/leads/entries/query", {}):  # call: POST /v2/lists/{list}/entries/query
            people.append(row)
