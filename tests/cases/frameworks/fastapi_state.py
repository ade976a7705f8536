"""What a lifespan puts on `app.state`, or yields as state, is there in each request."""
from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI, Request


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.crm = httpx.AsyncClient(base_url="https://api.attio.com/v2")
    async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as shared:
        yield {"shared": shared}


app = FastAPI(lifespan=lifespan)


@app.get("/notes")
async def notes(request: Request):
    return (await request.app.state.crm.get("/notes")).json()  # call: GET /v2/notes


@app.get("/tasks")
async def tasks(request: Request):
    return (await request.state.shared.get("/tasks")).json()  # call: GET /v2/tasks


@app.get("/other")
async def other(request: Request):
    return (await request.state.slack.get("/lists")).json()
