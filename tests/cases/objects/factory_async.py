"""An async factory."""
import httpx


class Api:
    def __init__(self, http):
        self.http = http

    @classmethod
    async def create(cls, token):
        http = httpx.AsyncClient(base_url="https://api.attio.com/v2", headers={"Authorization": token})
        return cls(http)

    async def files(self):
        return await self.http.get("/files")  # call: GET /v2/files


async def main():
    api = await Api.create("t")
    await api.files()
    return await api.http.get("/workspace_members")  # call: GET /v2/workspace_members
