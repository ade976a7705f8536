import functools
import time

import requests

BASE = "https://api.attio.com/v2"


def rate_limited(per_second):
    def decorate(func):
        last = [0.0]

        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            wait = last[0] + 1 / per_second - time.time()
            if wait > 0:
                time.sleep(wait)
            last[0] = time.time()
            return func(*args, **kwargs)

        return wrapper

    return decorate


@rate_limited(10)
def attio(method, path, **kwargs):
    return requests.request(method, BASE + path, **kwargs)


@rate_limited(2)
def search(text):
    return attio("POST", "/objects/records/search", json={"query": text})  # call: POST /v2/objects/records/search


search("ann")
