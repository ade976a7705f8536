from typing import Literal

import requests
from fastapi import FastAPI

app = FastAPI()


@app.get("/describe/{target}")
def describe(target: Literal["objects", "lists"], slug: str):
    return requests.get(f"https://api.attio.com/v2/{target}/{slug}").json()  # call: GET /v2/objects/{object} | GET /v2/lists/{list}
