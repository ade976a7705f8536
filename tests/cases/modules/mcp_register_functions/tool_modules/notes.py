def register(mcp, client):
    @mcp.tool()
    async def list_notes(limit: int = 10):
        """Lists notes."""
        return await client.call("GET", "/notes", params={"limit": limit})  # call: GET /v2/notes

    @mcp.tool()
    async def delete_note(note_id: str):
        """Deletes a note."""
        return await client.call("DELETE", f"/notes/{note_id}")  # call: DELETE /v2/notes/{note_id}
