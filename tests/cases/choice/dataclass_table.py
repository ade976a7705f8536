from dataclasses import dataclass

import requests

BASE = "https://api.attio.com/v2"


@dataclass(frozen=True)
class Route:
    method: str
    path: str


ROUTES = [Route("GET", "/notes"), Route("POST", "/tasks")]

for route in ROUTES:
    requests.request(route.method, BASE + route.path)  # call: GET /v2/notes | POST /v2/tasks
