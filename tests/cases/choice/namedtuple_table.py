from typing import NamedTuple

import requests

BASE = "https://api.attio.com/v2"


class Route(NamedTuple):
    method: str
    path: str


LISTS = Route("GET", "/lists")
HOOKS = Route(method="POST", path="/webhooks")

requests.request(LISTS.method, BASE + LISTS.path)  # call: GET /v2/lists
requests.request(HOOKS.method, BASE + HOOKS.path)  # call: POST /v2/webhooks
