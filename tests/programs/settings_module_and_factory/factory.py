import functools

import httpx

from settings import ATTIO


@functools.cache
def get_client() -> httpx.Client:
    return httpx.Client(base_url=ATTIO["url"], timeout=ATTIO["timeout"], headers={"Authorization": "Bearer " + ATTIO["token"]})
