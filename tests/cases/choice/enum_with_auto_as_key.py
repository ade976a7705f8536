"""Verbs stored in variables and dicts by status; response.raise_for_status in helper; string constants built by join of tuple constants; Final and Enum auto values."""
from enum import Enum, auto
from typing import Final

import requests

SCHEME: Final = "https"
HOST: Final[str] = "api.attio.com"
VERSION: Final = "v2"
ROOT: Final = f"{SCHEME}://{HOST}"
BASE = "/".join((ROOT, VERSION))


class Op(Enum):
    READ = auto()
    WRITE = auto()
    REMOVE = auto()


VERBS = {Op.READ: "get", Op.WRITE: "post", Op.REMOVE: "delete"}


def run(op: Op, resource: str, **kw):
    method = getattr(requests, VERBS[op])
    response = method(f"{BASE}/{resource}", **kw)
    response.raise_for_status()
    return response


run(Op.READ, "lists")  # call: GET /v2/lists
run(Op.WRITE, "notes", json={})  # call: POST /v2/notes
run(op=Op.REMOVE, resource="webhooks/1")  # call: DELETE /v2/webhooks/{webhook_id}


class Created:
    pass


class Removed:
    pass


PATHS = {Created: "/notes", Removed: "/tasks"}
requests.get(BASE + PATHS[Created])  # call: GET /v2/notes
