"""An async client is made on first use by a method."""
import httpx


class Api:
    def __init__(self, token):
        self.token = token
        self._client: httpx.AsyncClient | None = None

    async def _get_client(self) -> httpx.AsyncClient:
        if self._client is None or self._client.is_closed:
            self._client = httpx.AsyncClient(
                base_url="https://api.attio.com/v2",
                headers={"Authorization": f"Bearer {self.token}"},
            )
        return self._client

    async def list_notes(self):
        client = await self._get_client()
        response = await client.get("/notes")  # call: GET /v2/notes
        return response.json()["data"]

    async def note(self, note_id):
        return await (await self._get_client()).get(f"/notes/{note_id}")  # call: GET /v2/notes/{note_id}
