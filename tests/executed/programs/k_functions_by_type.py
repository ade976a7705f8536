# sends: GET /v2/threads/{thread_id}, GET /v2/threads
import functools

import requests


@functools.singledispatch
def threads(what):
    return requests.get("https://api.attio.com/v2/threads")


@threads.register(int)
def _(what):
    return requests.get(f"https://api.attio.com/v2/threads/{what}")


threads(None)
threads(4)
