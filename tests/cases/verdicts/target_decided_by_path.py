"""What `{target}` is decides which scope is needed; here the path says it."""
# scopes: list_configuration:read

import requests

BASE = "https://api.attio.com/v2"


def of_lists(slug: str) -> requests.Response:
    return requests.get(f"{BASE}/lists/{slug}/attributes", timeout=10)  # call: GET /v2/{target}/{identifier}/attributes


def of_objects(slug: str) -> requests.Response:
    return requests.get(f"{BASE}/objects/{slug}/attributes", timeout=10)  # call: GET /v2/{target}/{identifier}/attributes # error: ATS001 object_configuration:read
