"""A receiver that answers to events by calls of its own."""
import hmac
import os

import httpx
from fastapi import FastAPI, Header, HTTPException, Request

app = FastAPI()
SECRET = os.environ["WEBHOOK_SECRET"]


class Attio:
    def __init__(self):
        self.http = httpx.AsyncClient(base_url="https://api.attio.com/v2", headers={"Authorization": os.environ["ATTIO_TOKEN"]})

    async def record(self, object_id, record_id):
        response = await self.http.get(f"/objects/{object_id}/records/{record_id}")  # call: GET /v2/objects/{object}/records/{record_id}
        return response.json()


attio = Attio()


@app.post("/webhooks")
async def receive(request: Request, attio_signature: str = Header()):
    if not hmac.compare_digest(attio_signature, SECRET):
        raise HTTPException(401)
    for event in (await request.json())["events"]:
        ids = event["id"]
        await attio.record(ids["object_id"], ids["record_id"])
    return {"ok": True}
