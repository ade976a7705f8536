import os
from functools import partial

import requests


def call(token, method, path, **options):
    return requests.request(method, f"https://api.attio.com/v2/{path}", headers={"Authorization": f"Bearer {token}"}, **options)


attio = partial(call, os.environ["ATTIO_TOKEN"])
get = partial(attio, "GET")
create = partial(attio, "POST")

get("lists").raise_for_status()
create("lists", json={"data": {"name": "New"}}).raise_for_status()
get(path="tasks").raise_for_status()
