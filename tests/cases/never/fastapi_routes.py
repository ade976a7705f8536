# expects nothing
from fastapi import APIRouter, FastAPI

app = FastAPI(title="Attio proxy", servers=[{"url": "https://api.attio.com/v2"}])
router = APIRouter(prefix="/v2")


@router.get("/self")
async def whoami():
    return {"active": True}


@router.post("/objects/{slug}/records")
async def create(slug: str):
    return {"slug": slug}


@app.patch("/v2/tasks/{task_id}")
async def task(task_id: str):
    return {"id": task_id}


app.include_router(router)
