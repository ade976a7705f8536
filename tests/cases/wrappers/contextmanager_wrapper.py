from contextlib import contextmanager

import httpx


@contextmanager
def attio_client(token):
    client = httpx.Client(base_url="https://api.attio.com/v2", headers={"Authorization": token})
    try:
        yield client
    finally:
        client.close()


with attio_client("t") as api:
    api.get("/lists")  # call: GET /v2/lists
    api.post("/lists/deals/entries", json={})  # call: POST /v2/lists/{list}/entries
