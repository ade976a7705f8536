import os
from typing import Protocol

import httpx
import requests


class Transport(Protocol):
    def send(self, method: str, url: str) -> int: ...


class RequestsTransport:
    def send(self, method: str, url: str) -> int:
        return requests.request(method, url, headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}).status_code


class HttpxTransport:
    def send(self, method: str, url: str) -> int:
        return httpx.request(method, url, headers={"Authorization": f"Bearer {os.environ['ATTIO_TOKEN']}"}).status_code


class Notes:
    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    def all(self) -> int:
        return self.transport.send("GET", "https://api.attio.com/v2/notes")


assert Notes(RequestsTransport()).all() == 200
assert Notes(HttpxTransport()).all() == 200
