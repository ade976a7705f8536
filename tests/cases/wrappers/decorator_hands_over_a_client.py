"""Decorators that hand a client or a session of their own to the function that they wrap."""
import functools

import httpx
import requests


def with_client(fn):
    @functools.wraps(fn)
    async def inner(*args, **kwargs):
        async with httpx.AsyncClient(base_url="https://api.attio.com/v2") as client:
            return await fn(client, *args, **kwargs)

    return inner


def with_session(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        kwargs["session"] = requests.Session()
        return fn(*args, **kwargs)

    return inner


@with_client
async def lists(client, limit):
    return (await client.get("/lists", params={"limit": limit})).json()  # call: GET /v2/lists


@with_session
def note(data, session=None):
    return session.post("https://api.attio.com/v2/notes", json=data)  # call: POST /v2/notes


def with_other(fn):
    def inner(*args):
        return fn(httpx.Client(base_url="https://api.other.com"), *args)

    return inner


@with_other
def other(client, path):
    return client.get("/lists"), client.get(path)


class Jobs:
    @with_session
    def run(self, session=None):
        return session.get("https://api.attio.com/v2/self")  # call: GET /v2/self
