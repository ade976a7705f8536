"""FastMCP: the lifespan's context is an attribute of the context that a tool gets."""
from fastmcp import Context, FastMCP
from fastmcp.server.lifespan import lifespan
import httpx


@lifespan
async def opened(server):
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        yield {"crm": client}


mcp = FastMCP("crm", lifespan=opened)


@mcp.tool
async def notes(ctx: Context):
    return (await ctx.lifespan_context["crm"].get("/notes")).json()  # call: GET /v2/notes


@mcp.tool
async def tasks(context: Context):
    return (await context.request_context.lifespan_context["crm"].get("/tasks")).json()  # call: GET /v2/tasks
