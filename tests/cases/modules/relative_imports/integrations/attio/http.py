import httpx

from ..const import HOST

client = httpx.Client(base_url=f"{HOST}/v2")
