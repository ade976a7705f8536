"""A contract speaks for the unresolved call in its function; an untrue one is told."""
# scopes: webhook:read-write

import sys

import requests

kind = sys.argv[1]


def push() -> None:  # attio-scopes: requires webhook:read-write
    requests.post(f"https://api.attio.com/v2/{kind}", timeout=10)  # call: POST /v2/{item}


def hooks() -> requests.Response:  # attio-scopes: requires note:read # warning: ATS201 # warning: ATS201 # says: leaves out webhook:read # says: states note:read
    return requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # call: GET /v2/webhooks
