"""Shapes of this batch, all for another vendor."""
# expects nothing
import asyncio
import functools

import httpx
import requests

BASE = "https://api.notion.com/v1"
ATTIO_LINK = "https://app.attio.com/acme/company"


def endpoint(method, template):
    def decorate(build):
        @functools.wraps(build)
        def call(*args, **kwargs):
            return requests.request(method, BASE + template.format(**kwargs), json=build(*args, **kwargs))

        return call

    return decorate


@endpoint("POST", "/notes")
def note(text):
    return {"text": text, "attio": ATTIO_LINK}


class Notion(httpx.AsyncClient):
    def __init__(self, **kw):
        kw.setdefault("base_url", BASE)
        super().__init__(**kw)


async def main():
    note("x")
    async with Notion() as n:
        await n.get("/objects")
        await asyncio.to_thread(requests.get, BASE + "/self")
    print({"attio": "https://api.attio.com/v2/notes"})
