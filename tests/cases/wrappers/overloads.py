from typing import Any, overload

import httpx


class Client:
    @overload
    def send(self, method: str, path: str) -> dict: ...
    @overload
    def send(self, method: str, path: str, *, raw: bool) -> httpx.Response: ...
    def send(self, method: str, path: str, *, raw: bool = False) -> Any:
        response = httpx.request(method, f"https://api.attio.com/v2{path}")
        return response if raw else response.json()


Client().send("GET", "/notes")  # call: GET /v2/notes
Client().send("GET", "/tasks", raw=True)  # call: GET /v2/tasks
