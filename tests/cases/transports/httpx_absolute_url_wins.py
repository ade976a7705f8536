"""An absolute URL replaces the base URL."""
import httpx

client = httpx.Client(base_url="https://api.attio.com/v2")
client.get("https://example.org/v2/objects")
client.get("https://api.attio.com/v2/objects")  # call: GET /v2/objects
elsewhere = httpx.Client(base_url="https://example.org")
elsewhere.get("https://api.attio.com/v2/lists")  # call: GET /v2/lists
