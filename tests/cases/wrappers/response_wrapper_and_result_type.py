"""Result types, context managers around calls, overloads: the request is inside try/with/assert."""
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, TypeVar, Union
import time

import requests

T = TypeVar("T")


@dataclass
class Ok(Generic[T]):
    value: T


@dataclass
class Err:
    error: str


@contextmanager
def timed(name):
    start = time.perf_counter()
    try:
        yield
    finally:
        print(name, time.perf_counter() - start)


def api(method: str, path: str, **kw) -> Union[Ok[dict], Err]:
    with timed(path):
        try:
            with requests.Session() as s:
                r = s.request(method, f"https://api.attio.com/v2/{path}", **kw)
                r.raise_for_status()
        except requests.HTTPError as exc:
            return Err(str(exc))
        else:
            return Ok(r.json())


match api("get", "lists"):  # call: GET /v2/lists
    case Ok(value):
        print(value)
    case Err(error):
        raise SystemExit(error)

if isinstance(result := api("post", "notes", json={}), Err):  # call: POST /v2/notes
    print(result.error)

while not isinstance(page := api("get", "tasks", params={"offset": 0}), Err):  # call: GET /v2/tasks
    break

names = [row["name"] for row in (api("get", "objects").value or {}).get("data", [])]  # call: GET /v2/objects
assert api("get", "self")  # call: GET /v2/self
