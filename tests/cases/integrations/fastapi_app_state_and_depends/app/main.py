from contextlib import asynccontextmanager

from fastapi import BackgroundTasks, Depends, FastAPI

from app.attio import AttioClient
from app.deps import AttioDep, get_attio, get_scoped


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.attio = AttioClient("t")
    yield
    await app.state.attio.close()


app = FastAPI(lifespan=lifespan)


@app.get("/notes")
async def notes(attio: AttioDep):
    return await attio.send("get", "/notes")  # call: GET /v2/notes


@app.post("/tasks")
async def tasks(payload: dict, background: BackgroundTasks, attio=Depends(get_attio)):
    background.add_task(attio.send, "post", "/tasks", json=payload)  # call: POST /v2/tasks
    return {"ok": True}


@app.get("/lists")
async def lists(attio: AttioClient = Depends(get_scoped)):
    return await attio.send("get", "/lists")  # call: GET /v2/lists


@app.delete("/objects")
async def other():
    return {"path": "/objects"}
