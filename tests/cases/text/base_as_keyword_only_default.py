import httpx

DEFAULT = "https://api.attio.com/v2"


async def notes(*, token: str, base: str = DEFAULT, timeout: float = 5.0):
    async with httpx.AsyncClient(base_url=base, timeout=timeout) as client:
        return (await client.get("/notes")).json()  # call: GET /v2/notes
