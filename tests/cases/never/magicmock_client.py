# expects nothing
from unittest.mock import AsyncMock, MagicMock, Mock

client = MagicMock()
client.base_url = "https://api.attio.com/v2"
client.get("https://api.attio.com/v2/lists")
client.request("POST", "https://api.attio.com/v2/notes")

session = Mock(name="attio")
session.post("https://api.attio.com/v2/notes", json={})


async def check():
    http = AsyncMock()
    await http.get("https://api.attio.com/v2/lists")
