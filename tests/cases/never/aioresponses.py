# expects nothing
from aioresponses import aioresponses

with aioresponses() as mocked:
    mocked.get("https://api.attio.com/v2/lists", payload={})
    mocked.post("https://api.attio.com/v2/notes", status=201)
    mocked.assert_called_with("https://api.attio.com/v2/lists", method="GET")
