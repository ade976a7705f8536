import httpx

import store


def wire():
    store.CLIENTS["crm"] = httpx.Client(base_url="https://api.attio.com/v2")
