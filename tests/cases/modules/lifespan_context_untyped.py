from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from mcp.server.fastmcp import Context, FastMCP


@dataclass
class AppContext:
    client: httpx.AsyncClient


@asynccontextmanager
async def lifespan(server):
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        yield AppContext(client=client)


mcp = FastMCP("attio", lifespan=lifespan)


@mcp.tool()
async def note(ctx: Context) -> dict:
    client = ctx.request_context.lifespan_context.client
    response = await client.post("/notes", json={})  # call: POST /v2/notes
    return response.json()
