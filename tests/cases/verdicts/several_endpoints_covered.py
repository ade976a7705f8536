"""Every branch is covered; the wider access is what the branches need together."""
# scopes: webhook:read-write

import sys

import requests

method = "DELETE" if "--drop" in sys.argv else "GET"
requests.request(method, "https://api.attio.com/v2/webhooks/1", timeout=10)  # call: DELETE /v2/webhooks/{webhook_id} | GET /v2/webhooks/{webhook_id}
