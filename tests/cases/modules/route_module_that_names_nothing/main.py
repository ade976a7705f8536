import httpx
from fastapi import FastAPI

from routes import notes

app = FastAPI()
app.state.attio = httpx.Client(base_url="https://api.attio.com/v2")
app.include_router(notes.router)
