# sends: POST /v2/tasks
import httpx
from fastapi import FastAPI, Request

app = FastAPI()
app.state.attio = httpx.Client(base_url="https://api.attio.com/v2")


@app.post("/todo")
def todo(request: Request):
    return request.app.state.attio.post("/tasks", json={"data": {"content": "call back"}}).json()


if __name__ == "__main__":
    from fastapi.testclient import TestClient

    TestClient(app).post("/todo")
