# sends: GET /v2/lists
# near: the parameter is annotated as either vendor; each gets its own path
from __future__ import annotations

import requests


class Attio:
    def get(self, path):
        return requests.get("https://api.attio.com/v2" + path)


class Copper:
    def get(self, path):
        return requests.get("https://api.copper.com/developer_api/v1" + path)


def lists(crm: Attio | Copper):
    return crm.get("/lists") if isinstance(crm, Attio) else crm.get("/pipelines")


lists(Attio())
lists(Copper())
