import httpx


class AttioClient:
    base_url = "https://api.attio.com/v2"

    async def get(self, path):
        async with httpx.AsyncClient() as http:
            return (await http.get(self.base_url + path)).json()


def get_attio() -> AttioClient:
    return AttioClient()


async def get_http():
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        yield client
