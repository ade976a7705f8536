import os
from functools import lru_cache

import requests


class AttioClient:
    def __init__(self, api_key, base=None):
        self.api_key = api_key
        self.base = base or "https://api.attio.com/v2"

    def _req(self, method, path, **kw):
        return requests.request(method, self.base + path, headers={"Authorization": f"Bearer {self.api_key}"}, **kw)

    def person(self, rid):
        return self._req("GET", f"/objects/people/records/{rid}")  # call: GET /v2/objects/{object}/records/{record_id}


@lru_cache
def get_client() -> AttioClient:
    return AttioClient(os.environ["ATTIO_API_KEY"])
