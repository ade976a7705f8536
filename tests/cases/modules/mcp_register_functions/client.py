import httpx


class AttioClient:
    def __init__(self, key):
        self.http = httpx.AsyncClient(base_url="https://api.attio.com", headers={"Authorization": f"Bearer {key}"})

    async def call(self, method, path, **kwargs):
        return (await self.http.request(method, "/v2/" + path.lstrip("/"), **kwargs)).json()
