"""Rate limiter, cache, semaphore and a class whose methods are all static or class methods."""
import asyncio
import time
from collections import deque
from functools import lru_cache, wraps
from threading import Lock
from typing import ClassVar, Optional

import httpx


class RateLimiter:
    def __init__(self, calls: int, period: float) -> None:
        self.calls, self.period = calls, period
        self.times: deque[float] = deque()
        self.lock = Lock()

    def __enter__(self):
        with self.lock:
            now = time.monotonic()
            while self.times and now - self.times[0] > self.period:
                self.times.popleft()
            self.times.append(now)
        return self

    def __exit__(self, *a):
        return False

    def __call__(self, fn):
        @wraps(fn)
        def wrapper(*args, **kwargs):
            with self:
                return fn(*args, **kwargs)

        return wrapper


limiter = RateLimiter(25, 1.0)


class Attio:
    BASE: ClassVar[str] = "https://api.attio.com/v2"
    _client: ClassVar[Optional[httpx.Client]] = None
    _sem = asyncio.Semaphore(5)

    @classmethod
    def client(cls) -> httpx.Client:
        if cls._client is None:
            cls._client = httpx.Client(base_url=cls.BASE)
        return cls._client

    @classmethod
    @limiter
    def request(cls, method: str, path: str, **kw):
        return cls.client().request(method, path, **kw)

    @staticmethod
    @lru_cache(maxsize=128)
    def attributes(slug: str):
        return Attio.request("GET", f"/objects/{slug}/attributes").json()  # call: GET /v2/{target}/{identifier}/attributes

    @classmethod
    async def aget(cls, path: str):
        async with cls._sem, httpx.AsyncClient(base_url=cls.BASE) as c:
            return await c.get(path)

    @classmethod
    def thread(cls, thread_id: str):
        return cls.request("GET", f"/threads/{thread_id}")  # call: GET /v2/threads/{thread_id}


@limiter
def comment(data):
    return Attio.request("POST", "/comments", json=data)  # call: POST /v2/comments


async def main():
    await Attio.aget("/meetings")  # call: GET /v2/meetings
