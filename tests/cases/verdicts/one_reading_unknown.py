"""One of the paths that the code chooses between is no endpoint: told, and the rest is judged."""
# scopes: task:read, webhook:read

import sys

import requests

path = "v2/webhook" if "--one" in sys.argv else "v2/webhooks"
requests.get(f"https://api.attio.com/{path}", timeout=10)  # call: GET /v2/webhooks # warning: ATS003 # says: may also be GET https://api.attio.com/v2/webhook, which is not an endpoint
