import httpx


def _headers(token):
    return {"Authorization": f"Bearer {token}"}


async def attio_request(client: httpx.AsyncClient, token: str, method: str, path: str, **kwargs):
    response = await client.request(method, path, headers=_headers(token), **kwargs)
    response.raise_for_status()
    return response.json()


async def sync(token):
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2", timeout=httpx.Timeout(30)) as client:
        lists = await attio_request(client, token, "GET", "/lists")  # call: GET /v2/lists
        for item in lists["data"]:
            await entries(client, token, item["id"]["list_id"])


async def entries(client, token, list_id):
    return await attio_request(client, token, "POST", f"/lists/{list_id}/entries/query", json={})  # call: POST /v2/lists/{list}/entries/query


async def hubspot(token):
    async with httpx.AsyncClient(base_url="https://api.hubapi.com") as client:
        await attio_request(client, token, "GET", "/lists")
