"""A method that a flag decides: the branch that the token cannot take is possible, not certain."""
# scopes: webhook:read

import sys

import requests

method = "DELETE" if "--drop" in sys.argv else "GET"
requests.request(method, "https://api.attio.com/v2/webhooks/1", timeout=10)  # call: DELETE /v2/webhooks/{webhook_id} | GET /v2/webhooks/{webhook_id} # warning: ATS002 webhook:read-write # says: Could be DELETE /v2/webhooks/{webhook_id} (needs webhook:read-write)
