"""FastAPI: dependencies by default, by annotation, of classes, of dependencies, for a router, and from objects that are called."""
from typing import Annotated

import httpx
from fastapi import APIRouter, Depends, FastAPI, Query, Security

BASE = "https://api.attio.com/v2"


def http():
    with httpx.Client(base_url=BASE) as client:
        yield client


class Notes:
    def __init__(self, client: httpx.Client = Depends(http)):
        self.client = client

    def all(self):
        return self.client.get("/notes")  # call: GET /v2/notes


class Pick:
    def __init__(self, path):
        self.path = path

    def __call__(self, client=Depends(http)):
        return client.get(self.path)  # call: GET /v2/tasks


def signed_in(client: Annotated[httpx.Client, Depends(http)]):
    client.get("/self")  # call: GET /v2/self


router = APIRouter(dependencies=[Depends(signed_in)])
app = FastAPI()
tasks = Pick("/tasks")


@router.get("/notes")
def notes(found: Notes = Depends(Notes)):
    return found.all()


@router.get("/short")
def short(found: Annotated[Notes, Depends()]):
    return found.all()


@router.get("/tasks")
def of_tasks(found=Depends(tasks)):
    return found.json()


@router.get("/lists")
def lists(client=Security(http), slug: str = Query("deals")):
    return client.get(f"/lists/{slug}")  # call: GET /v2/lists/{list}


app.include_router(router)
