import httpx

import tables
from tables import PATHS


def wire():
    tables.CLIENTS["crm"] = httpx.Client(base_url="https://api.attio.com/v2")
    PATHS.append("/threads")
