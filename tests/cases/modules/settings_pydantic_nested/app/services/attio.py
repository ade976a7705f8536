import httpx

from ..core.config import get_settings


class AttioService:
    def __init__(self, settings=None):
        self.settings = (settings or get_settings()).attio
        self.client = httpx.AsyncClient(
            base_url=self.settings.base_url,
            headers={"Authorization": f"Bearer {self.settings.api_key.get_secret_value()}"},
        )

    async def person(self, record_id: str):
        r = await self.client.get(f"/objects/{self.settings.people_object}/records/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}
        return r.json()["data"]


async def ping():
    cfg = get_settings()
    async with httpx.AsyncClient() as client:
        await client.get(f"{cfg.attio.base_url}/self")  # call: GET /v2/self
        await client.get(f"{cfg.hubspot.base_url}/self")
