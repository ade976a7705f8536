"""A pin says what the source cannot, and the call is judged by it."""
# scopes: webhook:read

import sys

import requests

path = sys.argv[1]
requests.post(f"https://api.attio.com/v2/{path}", timeout=10)  # attio-scopes: endpoint POST /v2/webhooks # call: POST /v2/webhooks # error: ATS001 webhook:read-write
requests.get(f"https://api.attio.com/v2/{path}", timeout=10)  # attio-scopes: endpoint GET /v2/webhooks # call: GET /v2/webhooks
