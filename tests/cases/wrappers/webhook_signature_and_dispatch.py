"""A webhook receiver that dispatches events by a registry filled by a decorator; each handler calls out."""
import hashlib
import hmac
import os

import httpx
from fastapi import FastAPI, Header, HTTPException, Request

app = FastAPI()
_handlers = {}
BASE = os.environ.get("ATTIO_BASE_URL") or "https://api.attio.com/v2"


def on(*event_types):
    def register(fn):
        for t in event_types:
            _handlers[t] = fn
        return fn

    return register


def verify(body: bytes, signature: str) -> bool:
    return hmac.compare_digest(hmac.new(b"s", body, hashlib.sha256).hexdigest(), signature)


async def fetch(client: httpx.AsyncClient, path: str) -> dict:
    r = await client.get(f"{BASE}{path}")
    r.raise_for_status()
    return r.json()["data"]


@on("record.created", "record.updated")
async def record(client, event):
    ids = event["id"]
    return await fetch(client, f"/objects/{ids['object_id']}/records/{ids['record_id']}")  # call: GET /v2/objects/{object}/records/{record_id}


@on("note.created")
async def note(client, event):
    return await fetch(client, f"/notes/{event['id']['note_id']}")  # call: GET /v2/notes/{note_id}


@on("comment.created")
async def comment(client: httpx.AsyncClient, event):
    await client.post(BASE + "/tasks", json={})  # call: POST /v2/tasks


@app.post("/webhooks/attio")
async def receive(request: Request, attio_signature: str = Header(...)):
    body = await request.body()
    if not verify(body, attio_signature):
        raise HTTPException(401)
    payload = await request.json()
    async with httpx.AsyncClient(headers={"Authorization": "Bearer x"}) as client:
        for event in payload["events"]:
            handler = _handlers.get(event["event_type"])
            if handler:
                await handler(client, event)
