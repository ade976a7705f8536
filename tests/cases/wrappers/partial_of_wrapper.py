from functools import partial

import requests

BASE = "https://api.attio.com/v2"


def _request(method, path, **kwargs):
    return requests.request(method, BASE + path, **kwargs)


get = partial(_request, "GET")
post = partial(_request, "POST", timeout=10)

get("/lists")  # call: GET /v2/lists
post("/tasks", json={})  # call: POST /v2/tasks
