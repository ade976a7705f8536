from dataclasses import dataclass
import httpx


@dataclass
class App:
    client: httpx.AsyncClient


async def lists(ctx):
    app: App = ctx.request_context.lifespan_context
    return await app.client.get("/lists")  # call: GET /v2/lists


App(client=httpx.AsyncClient(base_url="https://api.attio.com/v2"))
