import httpx


class AttioClient:
    async def request(self, method, path, **kwargs):
        async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as http:
            return await http.request(method, path, **kwargs)
