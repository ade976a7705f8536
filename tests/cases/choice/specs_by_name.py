"""Requests described by TypedDicts, dataclasses and named tuples in a registry, sent by name."""
from dataclasses import dataclass
from typing import NamedTuple, TypedDict
from urllib.parse import urljoin

import requests


class Spec(TypedDict):
    method: str
    path: str


REGISTRY: dict[str, Spec] = {
    "list_objects": {"method": "GET", "path": "objects"},
    "create_note": Spec(method="POST", path="notes"),
}


@dataclass(frozen=True)
class Route:
    verb: str
    template: str

    def fill(self, **kw):
        return self.template.format(**kw)


class Pair(NamedTuple):
    verb: str
    path: str


ROUTES = {"get_task": Route("GET", "tasks/{task_id}"), "get_list": Route(verb="GET", template="lists/{list}")}
PAIRS = [Pair("GET", "self"), Pair("GET", "webhooks")]
BASE = "https://api.attio.com/v2/"


def by_spec(name, **kw):
    spec = REGISTRY[name]
    return requests.request(spec["method"], urljoin(BASE, spec["path"]), **kw)


def by_route(name, **kw):
    route = ROUTES[name]
    return requests.request(route.verb, urljoin(BASE, route.fill(**kw)))


by_spec("list_objects")  # call: GET /v2/objects
by_spec("create_note", json={})  # call: POST /v2/notes
by_route("get_task", task_id=1)  # call: GET /v2/tasks/{task_id}
by_route("get_list", list="x")  # call: GET /v2/lists/{list}
for verb, path in PAIRS:
    requests.request(verb, BASE + path)  # call: GET /v2/self | GET /v2/webhooks
for pair in PAIRS:
    requests.request(pair.verb, f"{BASE}{pair.path}")  # call: GET /v2/self | GET /v2/webhooks
