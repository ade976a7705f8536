# sends: GET /v2/objects/{object}/records/{record_id}
from typing import Annotated

import httpx
from fastapi import Depends, FastAPI

app = FastAPI()


async def crm():
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
        yield client


Crm = Annotated[httpx.AsyncClient, Depends(crm)]


@app.get("/person/{key}")
async def person(key: str, crm: Crm):
    answer = await crm.get(f"/objects/people/records/{key}")
    return answer.json()


if __name__ == "__main__":
    from fastapi.testclient import TestClient

    TestClient(app).get("/person/7")
