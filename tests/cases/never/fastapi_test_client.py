# expects nothing
from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI(title="attio fake")
client = TestClient(app)


def check():
    assert client.get("/v2/lists").status_code == 200
    assert client.post("/v2/objects/people/records/query", json={}).status_code == 200
    assert client.request("GET", "/v2/self").status_code == 200
