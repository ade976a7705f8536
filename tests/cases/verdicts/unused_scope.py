"""A scope that no call needs is told where it is declared."""
# scopes: webhook:read, task:read-write  # warning: ATS101 task:read-write

import requests

requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # call: GET /v2/webhooks
