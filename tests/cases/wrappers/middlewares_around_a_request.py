"""Own endpoint decorator that reads the signature; class-level url map; request objects passed through middlewares."""
import functools
from dataclasses import dataclass, field
from typing import Any, Callable

import httpx

BASE = "https://api.attio.com/v2"


@dataclass
class Request:
    method: str
    path: str
    params: dict[str, Any] = field(default_factory=dict)
    json: Any = None
    headers: dict[str, str] = field(default_factory=dict)


Handler = Callable[[Request], httpx.Response]
Middleware = Callable[[Request, Handler], httpx.Response]


def auth(token: str) -> Middleware:
    def middleware(request: Request, call_next: Handler) -> httpx.Response:
        request.headers["Authorization"] = f"Bearer {token}"
        return call_next(request)

    return middleware


def retrying(times: int) -> Middleware:
    def middleware(request: Request, call_next: Handler) -> httpx.Response:
        response = call_next(request)
        for _ in range(times):
            if response.status_code < 500:
                break
            response = call_next(request)
        return response

    return middleware


class Client:
    def __init__(self, *middlewares: Middleware):
        self._http = httpx.Client()
        handler: Handler = self._send
        for middleware in reversed(middlewares):
            handler = functools.partial(middleware, call_next=handler)
        self._handler = handler

    def _send(self, request: Request) -> httpx.Response:
        return self._http.request(request.method, BASE + request.path, params=request.params, json=request.json, headers=request.headers)

    def handle(self, request: Request) -> dict:
        return self._handler(request).json()

    def direct(self, request: Request) -> dict:
        return self._send(request).json()


client = Client(auth("t"), retrying(3))
client.direct(Request("GET", "/lists"))  # call: GET /v2/lists
client.handle(Request("POST", "/notes", json={}))  # call: POST /v2/notes
client.handle(Request(method="GET", path="/self"))  # call: GET /v2/self
