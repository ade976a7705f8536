"""Several context managers in one `with`, one of them of another vendor."""
from contextlib import ExitStack

import httpx


def copy():
    with httpx.Client(base_url="https://api.attio.com/v2") as dst, httpx.Client(base_url="https://api.notion.com/v1") as src:
        src.get("/objects")
        dst.get("/objects")  # call: GET /v2/objects
    with ExitStack() as stack:
        http = stack.enter_context(httpx.Client(base_url="https://api.attio.com/v2"))
        http.get("/notes")  # call: GET /v2/notes
