"""`__aenter__` gives the inner client, not the object itself."""
import httpx


class Connection:
    def __init__(self, token):
        self.client = httpx.AsyncClient(base_url="https://api.attio.com/v2", headers={"Authorization": token})

    async def __aenter__(self):
        return self.client

    async def __aexit__(self, *exc):
        await self.client.aclose()


async def main():
    async with Connection("t") as client:
        await client.post("/objects/companies/records/query", json={})  # call: POST /v2/objects/{object}/records/query
