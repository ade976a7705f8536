import httpx
from mcp.server.fastmcp import FastMCP

from attio_api import call

mcp = FastMCP("attio")


@mcp.tool()
async def list_objects() -> dict:
    """GET /v2/objects of https://api.attio.com/v2."""
    return await call("GET", "/objects")  # call: GET /v2/objects


@mcp.tool(name="create-note")
async def create_note(parent_object: str, record_id: str, title: str) -> dict:
    body = {"data": {"parent_object": parent_object, "parent_record_id": record_id, "title": title}}
    return await call("POST", "/notes", json=body)  # call: POST /v2/notes


@mcp.tool()
async def raw(method: str, path: str) -> dict:
    return await call(method, path)  # unresolved


@mcp.resource("attio://objects/{slug}")
async def describe(slug: str) -> dict:
    return await call("GET", f"/objects/{slug}")  # call: GET /v2/objects/{object}
