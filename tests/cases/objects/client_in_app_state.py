import httpx
from fastapi import FastAPI, Request

app = FastAPI()


@app.on_event("startup")
async def start():
    app.state.http = httpx.AsyncClient(base_url="https://api.attio.com/v2")


@app.get("/lists")
async def lists(request: Request):
    return (await app.state.http.get("/lists")).json()  # call: GET /v2/lists


@app.get("/notes")
async def notes(request: Request):
    return (await request.app.state.http.get("/notes")).json()  # call: GET /v2/notes
