def register(mcp, client):
    async def query(slug: str, filter: dict | None = None):
        return await client.call("POST", f"objects/{slug}/records/query", json={"filter": filter or {}})  # call: POST /v2/objects/{object}/records/query

    mcp.add_tool(query, name="query-records")
