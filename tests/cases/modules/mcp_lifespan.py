"""The client is made in the server's lifespan and reached through its context."""
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from mcp.server.fastmcp import Context, FastMCP


@dataclass
class AppContext:
    http: httpx.AsyncClient


@asynccontextmanager
async def lifespan(server: FastMCP) -> AsyncIterator[AppContext]:
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as http:
        yield AppContext(http=http)


mcp = FastMCP("crm", lifespan=lifespan)


def _app(ctx: Context) -> AppContext:
    return ctx.request_context.lifespan_context


@mcp.tool()
async def lists(ctx: Context) -> dict:
    response = await _app(ctx).http.get("/lists")  # call: GET /v2/lists
    return response.json()
