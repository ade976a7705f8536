# sends: nothing
# near: the dependency is replaced by a stand-in before anything is asked
import httpx
from fastapi import Depends, FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


def crm():
    return httpx.Client(base_url="https://api.example.org/v2")


@app.get("/attio/notes")
def notes(http=Depends(crm)):
    return http.get("/notes").json()


class Pretend:
    def get(self, path):
        return httpx.Response(200, json={"data": path})


app.dependency_overrides[crm] = lambda: Pretend()
TestClient(app).get("/attio/notes")
