"""A receiver of webhooks: routes with Attio's paths are not calls."""
# expects nothing
from fastapi import APIRouter, FastAPI, Request

app = FastAPI(servers=[{"url": "https://api.attio.com"}])
router = APIRouter(prefix="/v2")


@app.get("/v2/objects")
async def objects():
    return {"data": []}


@router.post("/webhooks")
async def webhook(request: Request):
    body = await request.json()
    return {"received": body}


app.include_router(router)
