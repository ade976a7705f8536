"""FastMCP with a lifespan that yields a context object with the client; tools reach it through ctx."""
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
import os

import httpx
from mcp.server.fastmcp import Context, FastMCP


@dataclass
class AppContext:
    client: httpx.AsyncClient


@asynccontextmanager
async def lifespan(server: FastMCP) -> AsyncIterator[AppContext]:
    async with httpx.AsyncClient(
        base_url="https://api.attio.com/v2", headers={"Authorization": f"Bearer {os.environ['ATTIO_API_KEY']}"}
    ) as client:
        yield AppContext(client=client)


mcp = FastMCP("attio", lifespan=lifespan)


def _client(ctx: Context) -> httpx.AsyncClient:
    app: AppContext = ctx.request_context.lifespan_context
    return app.client


@mcp.tool()
async def list_objects(ctx: Context) -> dict:
    """List all objects."""
    response = await _client(ctx).get("/objects")  # call: GET /v2/objects
    return response.json()


@mcp.tool()
async def create_note(ctx: Context, parent_object: str, parent_record_id: str, title: str, content: str) -> dict:
    client = ctx.request_context.lifespan_context.client
    response = await client.post("/notes", json={"data": {"title": title}})  # call: POST /v2/notes
    return response.json()
