from dataclasses import dataclass

import requests

BASE = "https://api.attio.com/v2"


@dataclass
class ApiRequest:
    method: str
    path: str
    body: dict | None = None


def send(request: ApiRequest):
    return requests.request(request.method, BASE + request.path, json=request.body)


send(ApiRequest("GET", "/lists"))  # call: GET /v2/lists
send(ApiRequest(path="/notes", method="POST", body={}))  # call: POST /v2/notes
