"""Half of the operations need two scopes; the finding names only what lacks."""
# scopes: object_configuration:read

import requests

BASE = "https://api.attio.com/v2"


def people() -> requests.Response:
    return requests.post(f"{BASE}/objects/people/records/query", timeout=10)  # call: POST /v2/objects/{object}/records/query # error: ATS001 record_permission:read


def objects() -> requests.Response:
    return requests.get(f"{BASE}/objects", timeout=10)  # call: GET /v2/objects
