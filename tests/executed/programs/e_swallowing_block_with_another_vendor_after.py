# sends: GET /v2/self
# near: what comes after the block goes to another vendor
# answers: [{"json": {"data": {}}}]
import contextlib

import requests


def workspace():
    with contextlib.suppress(KeyError):
        return requests.get("https://api.attio.com/v2/self").json()["workspace_name"]
    return requests.get("https://api.github.com/user").json().get("login")


workspace()
