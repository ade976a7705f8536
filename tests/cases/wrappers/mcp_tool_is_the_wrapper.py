import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("raw")


@mcp.tool()
async def attio_raw(method: str, path: str) -> str:
    """Send any request. The model that calls the tool decides: nothing in the source does."""
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        response = await client.request(method, path)  # unresolved
        return response.text
