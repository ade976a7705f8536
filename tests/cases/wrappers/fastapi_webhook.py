import hmac
import os
from contextlib import asynccontextmanager

import httpx
from fastapi import APIRouter, FastAPI, HTTPException, Request

ATTIO = "https://api.attio.com/v2"


@asynccontextmanager
async def lifespan(app: FastAPI):
    yield


app = FastAPI(lifespan=lifespan)
router = APIRouter(prefix="/v2")


async def attio_post(path: str, payload: dict) -> dict:
    async with httpx.AsyncClient() as http:
        reply = await http.post(f"{ATTIO}{path}", json=payload, headers={"Authorization": f"Bearer {os.environ['KEY']}"})
    if reply.status_code >= 400:
        raise HTTPException(502, reply.text)
    return reply.json()


@app.post("/webhooks/attio")
async def receive(request: Request):
    if not hmac.compare_digest(request.headers["x-signature"], "x"):
        raise HTTPException(401)
    event = await request.json()
    await attio_post("/notes", {"data": event})  # call: POST /v2/notes
    return {"ok": True}


@router.post("/notes")
async def relay(payload: dict):
    return await attio_post("/objects/companies/records", payload)  # call: POST /v2/objects/{object}/records
