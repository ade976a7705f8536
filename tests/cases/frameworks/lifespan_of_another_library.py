"""What a lifespan yields is handed around by the server it is given to: that of an MCP server is no state of requests, and the other way."""
from contextlib import asynccontextmanager

import httpx
from mcp.server.fastmcp import Context, FastMCP


@asynccontextmanager
async def lifespan(server):
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        yield {"crm": client}


mcp = FastMCP("crm", lifespan=lifespan)


@mcp.tool()
async def notes(ctx: Context):
    return (await ctx.request_context.lifespan_context["crm"].get("/notes")).json()  # call: GET /v2/notes


async def elsewhere(request):
    return (await request.state.crm.get("/tasks")).json()
