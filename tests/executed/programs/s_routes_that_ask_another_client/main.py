# sends: GET /v2/self
# near: the routes use another vendor's client of the same application
import httpx
from fastapi import FastAPI
from fastapi.testclient import TestClient

import routes

app = FastAPI()
app.state.crm = httpx.Client(base_url="https://api.attio.com/v2")
app.state.search = httpx.Client(base_url="https://search.example.org")
app.include_router(routes.router)
app.state.crm.get("/self")
TestClient(app).get("/find/x")
