"""A poller with a class hierarchy of HTTP backends, chosen by a flag, and responses wrapped in a result type."""
from __future__ import annotations

import enum
import json
import logging
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import requests
import urllib3

T = TypeVar("T")
logger = logging.getLogger("attio")


class Backend(enum.Enum):
    REQUESTS = "requests"
    URLLIB3 = "urllib3"


@dataclass
class Result(Generic[T]):
    ok: bool
    value: T | None = None
    error: str | None = None


class BaseBackend:
    root = "https://api.attio.com"

    def __init__(self, token: str):
        self.headers = {"Authorization": f"Bearer {token}"}

    def fetch(self, verb: str, route: str, payload: Any = None) -> Result[dict]:
        raise NotImplementedError


class RequestsBackend(BaseBackend):
    def fetch(self, verb, route, payload=None):
        response = requests.request(verb, f"{self.root}{route}", headers=self.headers, json=payload)
        return Result(response.ok, response.json() if response.ok else None, None if response.ok else response.text)


class Urllib3Backend(BaseBackend):
    pool = urllib3.PoolManager()

    def fetch(self, verb, route, payload=None):
        response = self.pool.request(verb, self.root + route, headers=self.headers, body=json.dumps(payload))
        return Result(response.status < 400, json.loads(response.data))


BACKENDS = {Backend.REQUESTS: RequestsBackend, Backend.URLLIB3: Urllib3Backend}


class Attio:
    def __init__(self, token: str, backend: Backend = Backend.REQUESTS):
        self._backend = BACKENDS[backend](token)

    def _get(self, route: str) -> dict:
        result = self._backend.fetch("GET", "/v2" + route)
        if not result.ok:
            logger.error("attio: %s", result.error)
            raise RuntimeError(result.error)
        return result.value or {}

    def members(self) -> list[dict]:
        return self._get("/workspace_members")["data"]  # call: GET /v2/workspace_members

    def threads(self, record_id: str) -> list[dict]:
        return self._get(f"/threads?record_id={record_id}&object=people")["data"]  # call: GET /v2/threads


Attio("t").members()
