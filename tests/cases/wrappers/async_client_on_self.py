import httpx


class AsyncAttio:
    def __init__(self, token: str):
        self._client = httpx.AsyncClient(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {token}"})

    async def _call(self, verb: str, path: str, **kwargs):
        response = await self._client.request(verb, path, **kwargs)
        return response.json()

    async def entries(self, list_id: str):
        data = await self._call("POST", f"/lists/{list_id}/entries/query", json={"limit": 100})  # call: POST /v2/lists/{list}/entries/query
        return data["data"]

    async def close(self):
        await self._client.aclose()
