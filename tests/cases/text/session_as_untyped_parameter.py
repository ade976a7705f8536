BASE = "https://api.attio.com/v2"


def fetch(session, slug):
    """The address is Attio's and in full: that the receiver is not known does not matter."""
    response = session.post(f"{BASE}/objects/{slug}/records/query", json={}, timeout=10)  # call: POST /v2/objects/{object}/records/query
    response.raise_for_status()
    return response.json()


async def fetch_later(session, note_id):
    async with session.get(f"{BASE}/notes/{note_id}") as response:  # call: GET /v2/notes/{note_id}
        return await response.json()
