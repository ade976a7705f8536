"""A comment for the whole file, for one code only."""
# scopes: webhook:read
# attio-scopes: ignore-file[ATS001] a spike

import requests

requests.post("https://api.attio.com/v2/webhooks", timeout=10)  # call: POST /v2/webhooks # suppressed
requests.get("https://api.attio.com/v2/webhook", timeout=10)  # unknown: GET /v2/webhook # warning: ATS003
