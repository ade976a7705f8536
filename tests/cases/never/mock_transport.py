# expects nothing
import httpx


def handler(request: httpx.Request) -> httpx.Response:
    if request.url.path == "/v2/self":
        return httpx.Response(200, json={"active": True})
    return httpx.Response(404)


client = httpx.Client(transport=httpx.MockTransport(handler), base_url="https://api.attio.com/v2")
client.get("/self")
