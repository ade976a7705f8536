from typing import Any, TypedDict, Unpack
import requests


class Options(TypedDict, total=False):
    params: dict
    json: Any
    timeout: float


def call(method: str, path: str, **options: Unpack[Options]) -> dict:
    options.setdefault("timeout", 10)
    return requests.request(method, f"https://api.attio.com/v2/{path}", **options).json()


call("GET", "notes", params={"limit": 1})  # call: GET /v2/notes
call("POST", "notes", json={})  # call: POST /v2/notes
