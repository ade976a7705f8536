import requests
from fastapi import BackgroundTasks, FastAPI

app = FastAPI()
BASE = "https://api.attio.com/v2"


def send(path, body):
    requests.post(BASE + path, json=body)


@app.post("/signup")
def signup(body: dict, tasks: BackgroundTasks):
    tasks.add_task(send, "/objects/people/records", body)  # call: POST /v2/objects/{object}/records
    return {}
