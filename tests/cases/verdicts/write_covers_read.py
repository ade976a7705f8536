"""read-write includes read, of the same resource only; read does not include read-write."""
# scopes: object_configuration:read, webhook:read-write

import requests

BASE = "https://api.attio.com/v2"

requests.get(f"{BASE}/webhooks", timeout=10)  # call: GET /v2/webhooks
requests.post(f"{BASE}/webhooks", timeout=10)  # call: POST /v2/webhooks
requests.post(f"{BASE}/objects", timeout=10)  # call: POST /v2/objects # error: ATS001 object_configuration:read-write
