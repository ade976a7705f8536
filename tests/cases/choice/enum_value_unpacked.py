"""The tuple of an Enum member, unpacked where it is sent; a NamedTuple beside it."""
from enum import Enum
from typing import NamedTuple

import httpx


class Route(Enum):
    TASKS = "GET", "/tasks"
    ADD_TASK = "POST", "/tasks"


class Call(NamedTuple):
    verb: str
    path: str
    ok: int = 200


ME = Call("GET", "/self")
HOOK = Call(verb="POST", path="/webhooks", ok=201)

client = httpx.Client(base_url="https://api.attio.com/v2")


def send(route: Route, body=None):
    method, path = route.value
    return client.request(method, path, json=body)


def run(call: Call, body=None):
    verb, path, ok = call
    response = client.request(verb, path, json=body)
    assert response.status_code == ok


send(Route.TASKS)  # call: GET /v2/tasks
send(Route.ADD_TASK, {})  # call: POST /v2/tasks
run(ME)  # call: GET /v2/self
run(HOOK, {})  # call: POST /v2/webhooks
