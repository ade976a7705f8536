import httpx


async def call(method: str, path: str, **kwargs):
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2/", timeout=30) as client:
        response = await getattr(client, method.lower())(path, **kwargs)
        return response.json()


async def main():
    await call("GET", "objects/people/attributes")  # call: GET /v2/{target}/{identifier}/attributes
    await call("POST", "objects/people/attributes", json={})  # call: POST /v2/{target}/{identifier}/attributes
