"""A test client of one's own server."""
# expects nothing
from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()
client = TestClient(app)
client.get("/v2/objects")
client.post("/v2/notes", json={})
