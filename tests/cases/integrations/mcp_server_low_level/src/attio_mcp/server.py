import mcp.types as types
from mcp.server import Server

from attio_mcp import AttioClient

server = Server("attio")


@server.list_tools()
async def list_tools() -> list[types.Tool]:
    return [
        types.Tool(name="search-records", description="POST /objects/{object}/records/query", inputSchema={"type": "object"}),
        types.Tool(name="create-note", description="POST /notes", inputSchema={"type": "object"}),
    ]


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[types.TextContent]:
    async with AttioClient() as client:
        if name == "search-records":
            result = await client.request("POST", f"/objects/{arguments['object']}/records/query", json=arguments.get("filter"))  # call: POST /v2/objects/{object}/records/query
        elif name == "create-note":
            result = await client.post("/notes", arguments)  # call: POST /v2/notes
        elif name == "list-attributes":
            result = await client.get(f"/objects/{arguments['object']}/attributes", limit=arguments.get("limit"))  # call: GET /v2/{target}/{identifier}/attributes
        else:
            raise ValueError(f"Unknown tool: {name}")
    return [types.TextContent(type="text", text=str(result))]
