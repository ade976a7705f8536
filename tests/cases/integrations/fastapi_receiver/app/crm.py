import httpx

from app.settings import settings


class Crm:
    def __init__(self) -> None:
        self.client = httpx.AsyncClient(
            base_url=settings.attio_base_url,
            headers={"Authorization": f"Bearer {settings.attio_token}"},
        )

    async def upsert_person(self, email: str, values: dict) -> dict:
        response = await self.client.put(  # call: PUT /v2/objects/{object}/records
            "/objects/people/records",
            params={"matching_attribute": "email_addresses"},
            json={"data": {"values": {"email_addresses": [email], **values}}},
        )
        response.raise_for_status()
        return response.json()["data"]

    async def note(self, record_id: str, text: str) -> None:
        body = {"data": {"parent_object": "people", "parent_record_id": record_id, "content": text}}
        (await self.client.post("/notes", json=body)).raise_for_status()  # call: POST /v2/notes


def get_crm() -> Crm:
    return Crm()
