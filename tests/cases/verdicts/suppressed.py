"""A comment takes a finding away; the call is counted as suppressed."""
# scopes: webhook:read

import requests

requests.post("https://api.attio.com/v2/webhooks", timeout=10)  # attio-scopes: ignore[ATS001] the admin's token # call: POST /v2/webhooks # suppressed
requests.post(  # call: POST /v2/webhooks # suppressed
    "https://api.attio.com/v2/webhooks",
    timeout=10,
)  # attio-scopes: ignore[missing-scope] by name
# attio-scopes: ignore the line below
requests.post("https://api.attio.com/v2/webhooks", timeout=10)  # call: POST /v2/webhooks # suppressed
requests.post("https://api.attio.com/v2/webhooks", timeout=10)  # call: POST /v2/webhooks # error: ATS001 webhook:read-write
