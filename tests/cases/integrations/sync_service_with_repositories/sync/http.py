# expects nothing
from __future__ import annotations

import logging
import random
import time
from typing import Any, Callable, TypeVar

import requests

log = logging.getLogger(__name__)
T = TypeVar("T")


class RetryPolicy:
    def __init__(self, attempts: int = 5, base: float = 0.5) -> None:
        self.attempts = attempts
        self.base = base

    def run(self, fn: Callable[[], T]) -> T:
        for attempt in range(1, self.attempts + 1):
            try:
                return fn()
            except requests.RequestException as exc:
                if attempt == self.attempts:
                    raise
                time.sleep(self.base * 2**attempt + random.random())
                log.warning("retry %s: %s", attempt, exc)
        raise RuntimeError("unreachable")


class Http:
    def __init__(self, base_url: str, token: str, retry: RetryPolicy | None = None) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"
        self.retry = retry or RetryPolicy()

    def call(self, method: str, path: str, **kwargs: Any) -> Any:
        url = f"{self.base_url}/{path.lstrip('/')}"
        response = self.retry.run(lambda: self._send(method, url, **kwargs))
        return response.json() if response.text else None

    def _send(self, method: str, url: str, **kwargs: Any) -> requests.Response:
        response = self.session.request(method, url, timeout=30, **kwargs)
        response.raise_for_status()
        return response
