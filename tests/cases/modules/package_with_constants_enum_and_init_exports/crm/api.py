# expects nothing
import httpx

from . import constants as c

__all__ = ["request", "Resource", "Verb"]
Resource, Verb = c.Resource, c.Verb


async def request(verb, resource, *ids, json=None):
    url = "/".join([c.ATTIO_URL, resource, *ids])
    async with httpx.AsyncClient() as client:
        return (await client.request(verb, url, json=json)).json()
