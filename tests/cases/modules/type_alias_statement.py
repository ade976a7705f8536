from typing import Annotated

import requests
from fastapi import Depends, FastAPI

app = FastAPI()

type Path = str
type Base = Annotated[str, Depends(get_base)]


def get_base():
    return "https://api.attio.com/v2"


def fetch(path: Path) -> Path:
    return requests.get("https://api.attio.com/v2" + path).text


@app.get("/tasks")
def tasks(base: Base):
    return requests.get(base + "/tasks").json()  # call: GET /v2/tasks


def main():
    fetch("/notes")  # call: GET /v2/notes
