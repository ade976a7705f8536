import httpx
from fastapi import FastAPI

import routes

app = FastAPI()
app.state.attio = httpx.Client(base_url="https://api.attio.com/v2")
app.state.search = httpx.Client(base_url="https://search.example.org")
app.include_router(routes.router)
app.state.attio.get("/self")  # call: GET /v2/self
