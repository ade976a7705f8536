"""Transports, limits, hooks and keyword arguments of a client in a dict."""
import httpx

options = {"base_url": "https://api.attio.com/v2", "timeout": 5.0}
with httpx.Client(**options, transport=httpx.HTTPTransport(retries=3)) as client:
    client.get("/objects")  # call: GET /v2/objects
mocked = httpx.Client(base_url="https://api.attio.com/v2", transport=httpx.MockTransport(lambda request: httpx.Response(200)))
mocked.get("/objects")
