import httpx

CLIENT = {"base_url": "https://api.attio.com/v2", "timeout": 10.0}
OPTIONS = dict(base_url="https://api.attio.com/v2", headers={"A": "b"})


def one():
    with httpx.Client(**CLIENT) as c:
        return c.get("/lists")  # call: GET /v2/lists


async def two():
    async with httpx.AsyncClient(**{**OPTIONS, "http2": True}) as c:
        return await c.get("objects")  # call: GET /v2/objects


class Api:
    def __init__(self, **overrides):
        self.c = httpx.Client(**(CLIENT | overrides))

    def notes(self):
        return self.c.get("notes")  # call: GET /v2/notes
