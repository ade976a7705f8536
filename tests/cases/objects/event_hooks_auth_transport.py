"""httpx with auth classes, event hooks and custom transports: what goes out is the same."""
import httpx


class BearerAuth(httpx.Auth):
    def __init__(self, token):
        self.token = token

    def auth_flow(self, request):
        request.headers["Authorization"] = f"Bearer {self.token}"
        response = yield request
        if response.status_code == 401:
            yield request


class RetryTransport(httpx.AsyncBaseTransport):
    def __init__(self, inner):
        self.inner = inner

    async def handle_async_request(self, request):
        for _ in range(3):
            response = await self.inner.handle_async_request(request)
            if response.status_code != 429:
                break
        return response


def log(request):
    print(request.url)


class Attio:
    def __init__(self, token):
        self.http = httpx.AsyncClient(
            auth=BearerAuth(token),
            base_url=httpx.URL("https://api.attio.com/v2"),
            transport=RetryTransport(httpx.AsyncHTTPTransport(retries=2)),
            event_hooks={"request": [log]},
            limits=httpx.Limits(max_connections=5),
        )

    async def me(self):
        return (await self.http.get("/self")).json()  # call: GET /v2/self

    async def upload(self, name, data):
        return await self.http.post("/files/upload", files={"file": (name, data)})  # call: POST /v2/files/upload
