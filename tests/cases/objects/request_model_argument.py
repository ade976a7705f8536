"""The request is a pydantic model that a transport sends."""
import httpx
from pydantic import BaseModel


class ApiRequest(BaseModel):
    method: str = "GET"
    path: str
    json_body: dict | None = None


class Transport:
    def __init__(self):
        self.http = httpx.Client(base_url="https://api.attio.com/v2")

    def send(self, request: ApiRequest):
        return self.http.request(request.method, request.path, json=request.json_body)


transport = Transport()
transport.send(ApiRequest(path="/meetings"))  # call: GET /v2/meetings
transport.send(ApiRequest(method="POST", path="/comments", json_body={}))  # call: POST /v2/comments
