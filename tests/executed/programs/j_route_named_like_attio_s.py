# sends: nothing
# near: own routes with Attio's paths, called by the test client
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

router = APIRouter(prefix="/v2")


@router.get("/notes")
def notes():
    return {"data": [], "like": "api.attio.com"}


@router.delete("/notes/{key}")
def drop(key: str):
    return {"dropped": key}


app = FastAPI()
app.include_router(router)
client = TestClient(app)
client.get("/v2/notes")
client.delete("/v2/notes/1")
