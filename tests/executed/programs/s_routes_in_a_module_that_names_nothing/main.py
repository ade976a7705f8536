# sends: GET /v2/objects/{object}/records/{record_id}, DELETE /v2/notes/{note_id}
import httpx
from fastapi import FastAPI
from fastapi.testclient import TestClient

from routes import notes, people

app = FastAPI()
app.state.crm = httpx.Client(base_url="https://api.attio.com/v2")
app.include_router(people.router)
app.include_router(notes.router)

if __name__ == "__main__":
    TestClient(app).get("/people/1")
    TestClient(app).delete("/notes/1")
