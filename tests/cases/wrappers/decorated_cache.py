from functools import lru_cache

import requests

BASE = "https://api.attio.com/v2"


@lru_cache(maxsize=128)
def cached_get(path: str):
    return requests.get(BASE + path).json()


cached_get("/objects/people")  # call: GET /v2/objects/{object}
cached_get("/objects/people/attributes/stage/options")  # call: GET /v2/{target}/{identifier}/attributes/{attribute}/options
