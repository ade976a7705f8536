"""read-write where only read is needed."""
# scopes: webhook:read-write  # warning: ATS102 webhook:read-write # says: the calls need only webhook:read

import requests

requests.get("https://api.attio.com/v2/webhooks", timeout=10)  # call: GET /v2/webhooks
