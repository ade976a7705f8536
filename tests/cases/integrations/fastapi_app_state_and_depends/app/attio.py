import httpx


class AttioClient:
    def __init__(self, token: str):
        self._http = httpx.AsyncClient(base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {token}"})

    async def close(self):
        await self._http.aclose()

    async def send(self, verb: str, url: str, **kw):
        resp = await self._http.request(verb.upper(), url, **kw)
        return resp.json()

    async def whoami(self):
        return await self.send("get", "/self")  # call: GET /v2/self
