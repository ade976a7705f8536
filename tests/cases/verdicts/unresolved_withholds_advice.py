"""An unresolved call might need the scope that looks unused: nothing is advised."""
# scopes: webhook:read, task:read-write

import sys

import requests

requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # call: GET /v2/webhooks
requests.request(sys.argv[1], f"https://api.attio.com/v2/{sys.argv[2]}", timeout=10)  # unresolved # warning: ATS004
