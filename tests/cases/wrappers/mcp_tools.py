import os

import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("crm")
BASE_URL = "https://api.attio.com/v2"


async def attio_request(method: str, path: str, json: dict | None = None, params: dict | None = None) -> dict:
    headers = {"Authorization": f"Bearer {os.environ['ATTIO_API_KEY']}"}
    async with httpx.AsyncClient() as client:
        response = await client.request(method, f"{BASE_URL}{path}", headers=headers, json=json, params=params)
        response.raise_for_status()
        return response.json()


@mcp.tool()
async def search_people(name: str) -> dict:
    """Search people: POST /objects/people/records/query."""
    return await attio_request("POST", "/objects/people/records/query", json={"filter": {"name": name}})  # call: POST /v2/objects/{object}/records/query


@mcp.tool(name="create_task")
async def create_task(content: str) -> dict:
    return await attio_request("POST", "/tasks", json={"data": {"content": content}})  # call: POST /v2/tasks


@mcp.resource("attio://lists/{list_id}")
async def read_list(list_id: str) -> dict:
    return await attio_request("GET", f"/lists/{list_id}")  # call: GET /v2/lists/{list}
