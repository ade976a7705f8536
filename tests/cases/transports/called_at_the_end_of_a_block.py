"""Functions that are called later, with the arguments given beside them: at the end of a block, of an object, of the program, at a time."""
import atexit
import sched
import time
import weakref
from contextlib import AsyncExitStack, ExitStack

import httpx
import requests

BASE = "https://api.attio.com/v2"


def read(path, other="/x"):
    return requests.get(BASE + path)


def block():
    with ExitStack() as stack:
        stack.callback(read, "/notes")  # call: GET /v2/notes
        stack.callback(requests.post, f"{BASE}/tasks")  # call: POST /v2/tasks
        stack.callback(print, f"{BASE}/lists")


async def asynchronous():
    async with httpx.AsyncClient(base_url=BASE) as client, AsyncExitStack() as stack:
        stack.push_async_callback(client.post, "/webhooks")  # call: POST /v2/webhooks
        stack.push_async_callback(client.aclose)


def of_an_object(one):
    weakref.finalize(one, read, "/lists")  # call: GET /v2/lists


def scheduled():
    plan = sched.scheduler(time.time, time.sleep)
    plan.enter(5, 1, read, ("/objects",))  # call: GET /v2/objects
    plan.enterabs(5, 1, read, kwargs={"path": "/self"})  # call: GET /v2/self
    plan.run()


def at_exit():
    atexit.register(read, "/threads")  # call: GET /v2/threads
