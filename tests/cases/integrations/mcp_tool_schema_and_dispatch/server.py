"""Low-level MCP: handlers in a dict, each built by a function; the request helper is module-level."""
import asyncio
import json
import os
from typing import Any

import aiohttp
from mcp.server import Server
from mcp.types import TextContent, Tool

server = Server("attio")
ATTIO_API_BASE = os.getenv("ATTIO_API_BASE", "https://api.attio.com/v2").rstrip("/")


async def attio_request(method: str, endpoint: str, *, params: dict | None = None, payload: dict | None = None) -> Any:
    url = f"{ATTIO_API_BASE}{endpoint}"
    headers = {"Authorization": f"Bearer {os.environ['ATTIO_API_KEY']}"}
    async with aiohttp.ClientSession(headers=headers) as session:
        async with session.request(method, url, params=params, json=payload) as resp:
            if resp.status >= 400:
                raise RuntimeError(await resp.text())
            return await resp.json()


async def handle_search(args: dict) -> Any:
    object_type = args["object_type"]
    return await attio_request("POST", f"/objects/{object_type}/records/query", payload={"filter": args.get("filter", {})})  # call: POST /v2/objects/{object}/records/query


async def handle_list_members(_args: dict) -> Any:
    return await attio_request("GET", "/workspace_members")  # call: GET /v2/workspace_members


async def handle_get_list_entries(args: dict) -> Any:
    list_id = args.get("list_id")
    if not list_id:
        lists = await attio_request("GET", "/lists")  # call: GET /v2/lists
        list_id = lists["data"][0]["api_slug"]
    return await attio_request(  # call: POST /v2/lists/{list}/entries/query
        "POST", f"/lists/{list_id}/entries/query", payload={"limit": args.get("limit", 20)}
    )


HANDLERS = {
    "search": handle_search,
    "list_members": handle_list_members,
    "get_list_entries": handle_get_list_entries,
    "create_comment": lambda a: attio_request("POST", "/comments", payload={"data": a}),  # call: POST /v2/comments
}


@server.list_tools()
async def list_tools() -> list[Tool]:
    return [Tool(name=name, description=name, inputSchema={"type": "object"}) for name in HANDLERS]


@server.call_tool()
async def call_tool(name: str, arguments: dict) -> list[TextContent]:
    handler = HANDLERS.get(name)
    if handler is None:
        raise ValueError(name)
    return [TextContent(type="text", text=json.dumps(await handler(arguments or {})))]


if __name__ == "__main__":
    asyncio.run(server.run())
