import os

import httpx
from mcp.server.fastmcp import Context, FastMCP

BASE_URL = "https://api.attio.com/v2"
mcp = FastMCP("attio")


def _headers() -> dict:
    return {"Authorization": f"Bearer {os.environ.get('ATTIO_API_KEY', '')}"}


async def make_request(endpoint: str, method: str = "GET", data: dict | None = None) -> dict:
    url = f"{BASE_URL}/{endpoint.lstrip('/')}"
    async with httpx.AsyncClient() as client:
        try:
            if method.upper() == "GET":
                r = await client.get(url, headers=_headers())
            elif method.upper() == "POST":
                r = await client.post(url, headers=_headers(), json=data)
            elif method.upper() == "PUT":
                r = await client.put(url, headers=_headers(), json=data)
            elif method.upper() == "DELETE":
                r = await client.delete(url, headers=_headers())
            else:
                return {"error": f"bad method {method}"}
            r.raise_for_status()
            return r.json()
        except httpx.HTTPStatusError as e:
            return {"error": e.response.text}


@mcp.tool()
async def list_lists(ctx: Context) -> dict:
    await ctx.info("GET lists")
    return await make_request("lists")  # call: GET /v2/lists


@mcp.tool()
async def upsert_company(domain: str, name: str) -> dict:
    payload = {"data": {"values": {"domains": [domain], "name": name}}}
    return await make_request("objects/companies/records?matching_attribute=domains", "PUT", payload)  # call: PUT /v2/objects/{object}/records


@mcp.tool()
async def remove_entry(list_slug: str, entry_id: str) -> dict:
    endpoint = f"/lists/{list_slug}/entries/{entry_id}"
    return await make_request(endpoint, method="DELETE")  # call: DELETE /v2/lists/{list}/entries/{entry_id}
