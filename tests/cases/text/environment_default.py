import os

import requests

BASE = os.getenv("ATTIO_BASE_URL", "https://api.attio.com/v2")
OTHER = os.environ.get("ATTIO_URL") or "https://api.attio.com/v2"


def whoami():
    return requests.get(f"{BASE}/self")  # call: GET /v2/self


def members():
    return requests.get(f"{OTHER}/workspace_members")  # call: GET /v2/workspace_members
