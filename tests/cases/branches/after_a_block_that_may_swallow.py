"""What stands after a `with` whose context may swallow an exception is reached, even where the block returns."""
import contextlib

import requests

V2 = "https://api.attio.com/v2"


def first(slug):
    with contextlib.suppress(KeyError):
        return requests.post(f"{V2}/objects/{slug}/records/query").json()["data"]  # call: POST /v2/objects/{object}/records/query
    return requests.get(f"{V2}/objects/{slug}")  # call: GET /v2/objects/{object}


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return True


def second():
    with Quiet():
        raise LookupError
    requests.get(f"{V2}/lists")  # call: GET /v2/lists


def third(opener):
    with opener() as handle:
        return handle.read()
    return requests.get(f"{V2}/self")  # call: GET /v2/self
