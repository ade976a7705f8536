import mcp.types as types
from mcp.server import Server

from .attio import AttioClient

app = Server("attio")
client = AttioClient.from_env()


@app.list_tools()
async def list_tools() -> list[types.Tool]:
    return [types.Tool(name="list_objects", description="GET /v2/objects", inputSchema={"type": "object"})]


@app.call_tool()
async def call_tool(name: str, arguments: dict) -> list[types.TextContent]:
    if name == "list_objects":
        result = await client.get("/objects")  # call: GET /v2/objects
    elif name == "get_record":
        result = await client.get(f"/objects/{arguments['object']}/records/{arguments['record_id']}")  # call: GET /v2/objects/{object}/records/{record_id}
    elif name == "create_record":
        result = await client.post(f"/objects/{arguments['object']}/records", {"data": arguments["data"]})  # call: POST /v2/objects/{object}/records
    else:
        raise ValueError(name)
    return [types.TextContent(type="text", text=str(result))]
