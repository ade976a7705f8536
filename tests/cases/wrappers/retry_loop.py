import time

import httpx

BASE = "https://api.attio.com/v2"


async def send(method, path, **kwargs):
    last = None
    for attempt in range(1, 4):
        try:
            async with httpx.AsyncClient(timeout=10) as client:
                response = await client.request(method, BASE + path, **kwargs)
            if response.status_code >= 500:
                raise httpx.HTTPStatusError("server", request=response.request, response=response)
            return response
        except httpx.HTTPError as error:
            last = error
            time.sleep(attempt)
    raise last


async def run():
    await send("DELETE", "/objects/people/records/1")  # call: DELETE /v2/objects/{object}/records/{record_id}
