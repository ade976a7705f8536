from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI

resources = {}


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as http:
        resources["attio"] = http
        yield
        resources.clear()


app = FastAPI(lifespan=lifespan)


@app.get("/people/{key}")
async def person(key: str):
    return (await resources["attio"].get(f"/objects/people/records/{key}")).json()  # call: GET /v2/objects/{object}/records/{record_id}
