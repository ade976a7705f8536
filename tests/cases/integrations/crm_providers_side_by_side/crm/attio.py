from .base import CRMProvider


class AttioProvider(CRMProvider):
    name = "attio"
    base_url = "https://api.attio.com/v2"

    def headers(self) -> dict:
        return {"Authorization": f"Bearer {self.api_key}"}

    async def upsert_contact(self, contact: dict) -> str:
        result = await self._request(  # call: PUT /v2/objects/{object}/records
            "PUT",
            "/objects/people/records?matching_attribute=email_addresses",
            json={"data": {"values": {"email_addresses": [contact["email"]]}}},
        )
        return result["data"]["id"]["record_id"]

    async def add_note(self, record_id: str, text: str) -> None:
        await self._request("POST", "/notes", json={"data": {"content": text}})  # call: POST /v2/notes
