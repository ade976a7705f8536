import httpx
from fastapi import Depends, FastAPI, Request

from app.crm import Crm, get_crm
from app.settings import settings

app = FastAPI()


@app.post("/notes")
async def stripe_event(request: Request, crm: Crm = Depends(get_crm)):
    event = await request.json()
    async with httpx.AsyncClient(base_url=settings.stripe_base_url) as stripe:
        customer = (await stripe.get(f"/customers/{event['customer']}")).json()
    person = await crm.upsert_person(customer["email"], {})
    await crm.note(person["id"]["record_id"], "paid")
    pipeline = await crm.client.get("/lists/customers")  # call: GET /v2/lists/{list}
    return {"ok": pipeline.is_success}
