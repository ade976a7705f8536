"""httpx clients with defaults in a subclass."""
import os

import httpx


class AttioHTTP(httpx.AsyncClient):
    def __init__(self, token=None, **kwargs):
        kwargs.setdefault("base_url", "https://api.attio.com/v2")
        kwargs.setdefault("timeout", 30)
        super().__init__(headers={"Authorization": f"Bearer {token or os.environ['ATTIO_API_KEY']}"}, **kwargs)

    async def members(self):
        return (await self.get("/workspace_members")).json()["data"]  # call: GET /v2/workspace_members

    async def assert_person(self, email, values):
        response = await self.put(  # call: PUT /v2/objects/{object}/records
            "/objects/people/records",
            params={"matching_attribute": "email_addresses"},
            json={"data": {"values": {"email_addresses": [email], **values}}},
        )
        response.raise_for_status()
        return response.json()


async def main():
    async with AttioHTTP() as http:
        await http.members()
        await http.delete("/notes/1")  # call: DELETE /v2/notes/{note_id}
