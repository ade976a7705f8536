# expects nothing
from .base import CRMProvider


class HubSpotProvider(CRMProvider):
    name = "hubspot"
    base_url = "https://api.hubapi.com"

    def headers(self) -> dict:
        return {"Authorization": f"Bearer {self.api_key}"}

    async def upsert_contact(self, contact: dict) -> str:
        return (await self._request("POST", "/crm/v3/objects/contacts", json=contact))["id"]

    async def add_note(self, record_id: str, text: str) -> None:
        await self._request("POST", "/notes", json={"data": {"content": text}})
