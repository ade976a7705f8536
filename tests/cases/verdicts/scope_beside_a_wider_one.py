"""read beside read-write of the same resource is one too many."""
# scopes: webhook:read, webhook:read-write  # warning: ATS101 webhook:read

import requests

requests.post("https://api.attio.com/v2/webhooks", timeout=10)  # call: POST /v2/webhooks
