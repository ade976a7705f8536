import requests
from fastapi import FastAPI

BASE = "https://api.attio.com/v2"
PATHS = {"notes": "/notes", "tasks": "/tasks"}

app = FastAPI()


@app.get("/{kind}")
def fetch(kind: str):
    return requests.get(BASE + PATHS[kind]).json()  # call: GET /v2/notes | GET /v2/tasks
