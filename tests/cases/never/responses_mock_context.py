# expects nothing
import responses

with responses.RequestsMock() as rsps:
    rsps.add("GET", "https://api.attio.com/v2/self", json={})
    rsps.get("https://api.attio.com/v2/lists", json={})
    rsps.delete("https://api.attio.com/v2/notes/1")
    rsps.assert_call_count("https://api.attio.com/v2/self", 1)
