"""Decorators between the caller and the method."""
import functools
import time

import requests
from tenacity import retry, stop_after_attempt


def rate_limited(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        time.sleep(0.1)
        return fn(*args, **kwargs)

    return inner


class Attio:
    @rate_limited
    @retry(stop=stop_after_attempt(3))
    def _request(self, method, path, **kwargs):
        return requests.request(method, "https://api.attio.com/v2" + path, **kwargs)

    @functools.lru_cache
    def attributes(self, slug):
        return self._request("GET", f"/objects/{slug}/attributes")  # call: GET /v2/{target}/{identifier}/attributes
