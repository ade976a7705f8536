from typing import Annotated

import httpx
from fastapi import APIRouter, Depends, FastAPI

from deps import AttioClient, get_attio, get_http

app = FastAPI()
router = APIRouter(prefix="/v2")


@router.get("/objects")
async def objects(attio: AttioClient = Depends(get_attio)):
    return await attio.get("/objects")  # call: GET /v2/objects


@router.post("/tasks")
async def tasks(attio: Annotated[AttioClient, Depends(get_attio)]):
    return await attio.get("/tasks")  # call: GET /v2/tasks


@app.get("/notes")
async def notes(http: httpx.AsyncClient = Depends(get_http)):
    return (await http.get("/notes")).json()  # call: GET /v2/notes
